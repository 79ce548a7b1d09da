import type { NeighbourhoodWeek } from '../protocol/decode';
import type { Series } from './figures';

/** Weeks kept of one indicator and arm: five years of every week, ten of about every second, twenty of every fourth. */
const MOST = 260;
const TWO_WEEKS = 14;
const DAY_SECONDS = 86_400;

/** A week as it came: the message is kept because an export repeats it, and its numbers are views of the same bytes. */
export interface KeptWeek extends NeighbourhoodWeek {
  message: ArrayBuffer;
}

/** Indicators by neighbourhood, week by week, for both arms. Memory is bounded: a long run's older weeks stand further apart. */
export class Weeks {
  private readonly kept = new Map<string, KeptWeek[]>();

  /** Keeps a week; nothing is done when it is known already. */
  add(week: NeighbourhoodWeek, message: ArrayBuffer): void {
    const key = `${week.arm}|${week.name}`;
    const list = this.kept.get(key) ?? [];
    const last = list[list.length - 1];
    if (last && last.day >= week.day) return;
    list.push({ ...week, message });
    if (list.length > MOST) thin(list);
    this.kept.set(key, list);
  }

  clear(): void {
    this.kept.clear();
  }

  has(name: string): boolean {
    return this.kept.has(`0|${name}`);
  }

  /** Last days of the weeks kept, ascending. */
  days(): number[] {
    const days = new Set<number>();
    for (const list of this.kept.values()) for (const week of list) days.add(week.day);
    return [...days].sort((a, b) => a - b);
  }

  /** The week that ends on a day, or the last one before it. */
  at(arm: number, name: string, day: number): NeighbourhoodWeek | undefined {
    return this.kept.get(`${arm}|${name}`)?.findLast((w) => w.day <= day);
  }

  /** One neighbourhood's course in a run that began on a date. */
  series(arm: number, name: string, hood: number, start: string): Series | undefined {
    const list = this.kept.get(`${arm}|${name}`);
    if (!list) return undefined;
    const first = Date.parse(start) / 1000;
    return {
      dates: list.map((w) => first + (w.day - 1) * DAY_SECONDS),
      values: list.map((w) => w.values[hood]),
      counts: list.map((w) => w.counts[hood]),
    };
  }

  /** Messages of the weeks that end on some days, in the order in which they came. */
  messages(days: ReadonlySet<number>): ArrayBuffer[] {
    return [...this.kept.values()].flat().filter((w) => days.has(w.day)).sort((a, b) => a.day - b.day).map((w) => w.message);
  }
}

/** Takes out the oldest of the weeks that stand closest together, so that the gaps grow evenly; the first and the last stay. */
function thin(list: KeptWeek[]): void {
  for (let span = TWO_WEEKS; ; span *= 2) {
    const at = list.findIndex((_, i) => i > 0 && i < list.length - 1 && list[i + 1].day - list[i - 1].day <= span);
    if (at > 0) {
      list.splice(at, 1);
      return;
    }
  }
}

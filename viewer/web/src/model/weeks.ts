import type { NeighbourhoodWeek } from '../protocol/messages';

/** Indicators by neighbourhood, week by week, for both arms. */
export class Weeks {
  private readonly kept = new Map<string, NeighbourhoodWeek[]>();

  /** Keeps a week; false when it is known already. */
  add(week: NeighbourhoodWeek): boolean {
    const key = `${week.arm}|${week.name}`;
    const list = this.kept.get(key) ?? [];
    const last = list[list.length - 1];
    if (last && last.day >= week.day) return false;
    list.push(week);
    this.kept.set(key, list);
    return true;
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
}

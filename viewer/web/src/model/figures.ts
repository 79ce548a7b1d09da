import type { FigureColumns } from '../protocol/messages';
import { signed } from './signed';

export interface Series {
  dates: number[];
  values: number[];
  counts: number[];
}

/** Published figures by arm, indicator, stratification and stratum. */
export class Figures {
  private readonly series = new Map<string, Series>();
  private readonly strataOf = new Map<string, Set<string>>();
  private readonly names = new Set<string>();

  add(columns: FigureColumns): void {
    for (let i = 0; i < columns.name.length; i++) {
      const key = `${columns.arm[i]}|${columns.name[i]}|${columns.by[i]}|${columns.stratum[i]}`;
      let series = this.series.get(key);
      if (!series) {
        series = { dates: [], values: [], counts: [] };
        this.series.set(key, series);
      }
      const date = Date.parse(columns.date[i]) / 1000;
      // A newcomer is sent everything again: what is known already is not added twice.
      if (series.dates.length > 0 && series.dates[series.dates.length - 1] >= date) continue;
      series.dates.push(date);
      series.values.push(columns.value[i]);
      series.counts.push(columns.count[i]);
      if (columns.by[i] === 'all') this.names.add(columns.name[i]);
      const group = `${columns.name[i]}|${columns.by[i]}`;
      const strata = this.strataOf.get(group) ?? new Set<string>();
      strata.add(columns.stratum[i]);
      this.strataOf.set(group, strata);
    }
  }

  /** Everything, as the host sent it. */
  columns(): FigureColumns {
    const out: FigureColumns = { arm: [], date: [], name: [], by: [], stratum: [], value: [], count: [] };
    for (const [key, series] of this.series) {
      const [arm, name, by, stratum] = key.split('|');
      series.dates.forEach((date, i) => {
        out.arm.push(Number(arm));
        out.date.push(new Date(date * 1000).toISOString().slice(0, 10));
        out.name.push(name);
        out.by.push(by);
        out.stratum.push(stratum);
        out.value.push(series.values[i]);
        out.count.push(series.counts[i]);
      });
    }
    return out;
  }

  clear(): void {
    this.series.clear();
    this.strataOf.clear();
    this.names.clear();
  }

  /** Pairs of runs that differences come from; 0 where there are no replicates. */
  replicates(): number {
    for (const name of this.names) {
      const series = this.get(2, name, 'all', 'all');
      if (series) return series.counts[0];
    }
    return 0;
  }

  /** Indicators published for the whole area. */
  indicators(): string[] {
    return [...this.names];
  }

  strata(name: string, by: string): string[] {
    return [...(this.strataOf.get(`${name}|${by}`) ?? [])];
  }

  get(arm: number, name: string, by: string, stratum: string): Series | undefined {
    return this.series.get(`${arm}|${name}|${by}|${stratum}`);
  }

  /** A series of one stratum, or of several joined by +, weighted by their bases. */
  joined(arm: number, name: string, by: string, strata: string): Series | undefined {
    // An age group may be called 75+.
    const whole = this.get(arm, name, by, strata);
    if (whole) return whole;
    const parts = strata.split('+').map((s) => this.get(arm, name, by, s)).filter((s) => s !== undefined);
    if (parts.length <= 1) return parts[0];
    const counts = parts[0].dates.map((_, i) => parts.reduce((sum, p) => sum + (p.counts[i] ?? 0), 0));
    return {
      dates: parts[0].dates,
      counts,
      values: counts.map((total, i) => parts.reduce((sum, p) => sum + (p.values[i] ?? 0) * (p.counts[i] ?? 0), 0) / total),
    };
  }

  /** Value and base at a date, or at the last one before it. */
  at(arm: number, name: string, by: string, stratum: string, date: number): { value: number; count: number } | undefined {
    return pointAt(this.get(arm, name, by, stratum), date);
  }
}

/** Value and base of a series at a date, or at the last one before it. */
export function pointAt(series: Series | undefined, date: number): { value: number; count: number } | undefined {
  let i = (series?.dates.length ?? 0) - 1;
  while (series && i >= 0 && series.dates[i] > date) i--;
  return series && i >= 0 ? { value: series.values[i], count: series.counts[i] } : undefined;
}

/** A deprivation fifth, its value in both arms. */
export interface Fifth {
  fifth: number;
  scenario: number;
  baseline: number;
  count: number;
}

/** Deciles joined to fifths, weighted by their bases. */
export function fifths(figures: Figures, name: string, date: number): Fifth[] {
  const rows: Fifth[] = [];
  for (let fifth = 1; fifth <= 5; fifth++) {
    const sums = [0, 0];
    const counts = [0, 0];
    for (const arm of [0, 1]) {
      for (const decile of [2 * fifth - 1, 2 * fifth]) {
        const point = figures.at(arm, name, 'deprivation', String(decile), date);
        if (point && Number.isFinite(point.value)) {
          sums[arm] += point.value * point.count;
          counts[arm] += point.count;
        }
      }
    }
    rows.push({
      fifth,
      scenario: counts[0] > 0 ? sums[0] / counts[0] : NaN,
      baseline: counts[1] > 0 ? sums[1] / counts[1] : NaN,
      count: counts[0],
    });
  }
  return rows;
}

/**
 * Slope index of inequality: the difference between the two ends of the deprivation scale on the line fitted, by base, through
 * the fifths. Positive when the most deprived end has more.
 */
export function slopeIndex(rows: Fifth[], arm: 'scenario' | 'baseline'): number {
  const line = slopeLine(rows, arm);
  return line ? line.most - line.least : NaN;
}

/** The line fitted, by base, through the fifths: where each stands on the deprivation scale (0 most deprived) and the line's two ends. */
export function slopeLine(rows: Fifth[], arm: 'scenario' | 'baseline'): { at: { x: number; y: number }[]; most: number; least: number } | null {
  const used = rows.filter((r) => Number.isFinite(r[arm]) && r.count > 0);
  const total = used.reduce((sum, r) => sum + r.count, 0);
  if (used.length < 2 || total === 0) return null;
  let below = 0;
  let meanX = 0;
  let meanY = 0;
  const ranked = used.map((r) => {
    const x = (below + r.count / 2) / total;
    below += r.count;
    meanX += (x * r.count) / total;
    meanY += (r[arm] * r.count) / total;
    return { x, y: r[arm], w: r.count };
  });
  const cov = ranked.reduce((sum, r) => sum + r.w * (r.x - meanX) * (r.y - meanY), 0);
  const spread = ranked.reduce((sum, r) => sum + r.w * (r.x - meanX) ** 2, 0);
  const slope = cov / spread;
  return { at: ranked, most: meanY - slope * meanX, least: meanY + slope * (1 - meanX) };
}

/** Whether an indicator is a share: shares lie within 0–1 wherever they are published. */
export function isShare(figures: Figures, name: string): boolean {
  const series = figures.get(0, name, 'all', 'all');
  return !!series && series.values.every((v) => !Number.isFinite(v) || (v >= 0 && v <= 1));
}

export const write = (share: boolean, value: number, digits = 1): string =>
  !Number.isFinite(value) ? '–' : share ? `${(value * 100).toFixed(digits)}%` : value.toLocaleString('en-GB', { maximumFractionDigits: 1 });

export function writeChange(share: boolean, value: number): string {
  if (!Number.isFinite(value)) return '–';
  return signed(value, (size) => (share ? (size * 100).toFixed(2) : size.toLocaleString('en-GB', { maximumFractionDigits: 2 })));
}

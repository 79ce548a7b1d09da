import { daysOf } from './indicators';
import { layers, paletteOf, quantityOf, rgb, type Theme } from './look';
import type { Weeks } from './weeks';

/** What changed in a neighbourhood over the last weeks, in its own unit; `told` where chance alone would not do it. */
export interface Change {
  value: number;
  told: boolean;
}

/** Weeks that a change is the mean of: one week of one neighbourhood is mostly chance. */
const WEEKS = 4;
const WEEK = 7;

/**
 * Changes by neighbourhood up to a day. Where there are replicates their range says what can be told; of one pair of runs, a change
 * is told when so many more residents changed one way than the other that chance would rarely do it.
 */
export function changesOf(weeks: Weeks, indicator: string, hoods: number, day: number): Change[] {
  const sums = new Float64Array(hoods);
  const taken = new Float64Array(hoods);
  const people = new Float64Array(hoods);
  for (let back = 0; back < 2 * WEEKS; back++) {
    const [plan, without] = [0, 1].map((arm) => weeks.at(arm, indicator, day - back * WEEK));
    if (!plan || !without || plan.day !== without.day || plan.day <= day - (back + 1) * WEEK) continue;
    for (let n = 0; n < hoods; n++) {
      const change = plan.values[n] - without.values[n];
      if (!Number.isFinite(change) || taken[n] >= WEEKS) continue;
      sums[n] += change;
      taken[n]++;
      people[n] = Math.max(people[n], plan.counts[n]);
    }
  }
  const half = weeks.at(2, indicator, day);
  const { delta } = quantityOf(indicator);
  const errors = layers.deltas.standardErrors;
  const days = daysOf(indicator);
  return Array.from({ length: hoods }, (_, n) => {
    const value = taken[n] > 0 ? sums[n] / taken[n] : NaN;
    const size = Math.abs(value);
    const beyond = half ? size > half.values[n] : (size * people[n]) / days >= errors * errors;
    return { value, told: size >= delta && beyond };
  });
}

/** Class of a change: 0 the least, −1 where it cannot be told. */
export function classOf(change: Change, indicator: string): number {
  if (!change.told) return -1;
  const { breaks } = quantityOf(indicator);
  const size = Math.abs(change.value) * (Math.abs(change.value) > 1 ? 1 : 100);
  return breaks.filter((b) => size >= b).length;
}

/** Colours of neighbourhoods, red, green, blue each: amber the way that the plan wants, blue against it, grey where it cannot be told. */
export function coloursOf(changes: Change[], theme: Theme, indicator = layers.first): Uint8Array {
  const palette = paletteOf(theme);
  const burden = quantityOf(indicator).family === 'burden';
  const grey = rgb(palette.change[4]);
  const out = new Uint8Array(changes.length * 3);
  changes.forEach((change, n) => {
    const at = classOf(change, indicator);
    const good = change.value > 0 !== burden;
    out.set(at < 0 ? grey : rgb((good ? palette.for : palette.against5)[at]), 3 * n);
  });
  return out;
}

/** How many neighbourhoods lie in each class, the highest first, and how many cannot be told. */
export function histogramOf(changes: Change[], indicator: string): { label: string; count: number; level: number }[] {
  const { breaks } = quantityOf(indicator);
  const counts = new Array<number>(breaks.length + 1).fill(0);
  let untold = 0;
  for (const change of changes) {
    const at = classOf(change, indicator);
    if (at < 0) untold++;
    else counts[at]++;
  }
  const rows = counts.map((count, level) => ({
    label: level === 0 ? `under ${breaks[0]}` : level === breaks.length ? `${breaks[level - 1]} or more` : `${breaks[level - 1]} to ${breaks[level]}`, count, level,
  }));
  return [...rows.reverse(), { label: 'can’t tell', count: untold, level: -1 }];
}

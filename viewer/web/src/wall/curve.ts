import type { Series } from '../model/figures';

/** A curve's points in a box: x from the first week to the last of the horizon, y with a tenth of air. */
export interface CurveBox {
  width: number;
  height: number;
}

export interface Scale {
  low: number;
  high: number;
  from: number;
  to: number;
}

/** One scale for both lines and the range about the first: it never starts at 0 where that would flatten what is to be seen. */
export function scaleOf(lines: (Series | undefined)[], half: Series | undefined): Scale {
  const values = lines.flatMap((line, i) => (line?.values ?? []).flatMap((v, n) => (i === 0 && half ? [v - (half.values[n] ?? 0), v + (half.values[n] ?? 0)] : [v]))).filter(Number.isFinite);
  const dates = lines.flatMap((line) => line?.dates ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = Math.max((high - low) * 0.1, Math.abs(high) * 0.01, 1e-6);
  return { low: low - air, high: high + air, from: Math.min(...dates), to: Math.max(...dates, Math.min(...dates) + 1) };
}

export const xOf = (date: number, { from, to }: Scale, { width }: CurveBox): number => ((date - from) / (to - from)) * width;

export const yOf = (value: number, { low, high }: Scale, { height }: CurveBox): number => height - ((value - low) / (high - low)) * height;

/** The line through what is known; weeks without school are bridged. */
export function pathOf(line: Series | undefined, scale: Scale, box: CurveBox, upTo: number): string {
  if (!line) return '';
  const points = line.dates.flatMap((date, i) => (date <= upTo && Number.isFinite(line.values[i]) ? [`${xOf(date, scale, box).toFixed(1)},${yOf(line.values[i], scale, box).toFixed(1)}`] : []));
  return points.length > 0 ? `M${points.join('L')}` : '';
}

/** The band about a line: there along its upper side and back along its lower. */
export function bandOf(line: Series | undefined, half: Series | undefined, scale: Scale, box: CurveBox, upTo: number): string {
  if (!line || !half) return '';
  const points = line.dates.flatMap((date, i) => (date <= upTo && Number.isFinite(line.values[i]) && Number.isFinite(half.values[i]) ? [{ x: xOf(date, scale, box), v: line.values[i], h: half.values[i] }] : []));
  if (points.length < 2) return '';
  const side = (sign: number) => points.map((p) => `${p.x.toFixed(1)},${yOf(p.v + sign * p.h, scale, box).toFixed(1)}`);
  return `M${[...side(1), ...side(-1).reverse()].join('L')}Z`;
}

/** The last value that is known up to a date. */
export function lastOf(line: Series | undefined, upTo: number): { date: number; value: number; at: number } | undefined {
  for (let i = (line?.dates.length ?? 0) - 1; line && i >= 0; i--) {
    if (line.dates[i] <= upTo && Number.isFinite(line.values[i])) return { date: line.dates[i], value: line.values[i], at: i };
  }
  return undefined;
}

/**
 * Where the words at the ends of both lines stand, middles of their first lines: beside their ends, never one upon the other nor beyond
 * the picture. With the plan there are two lines of words, without it one.
 */
export function labelsOf([plan, without]: number[], text: number, top: number, bottom: number): [number, number] {
  const line = text * 1.25;
  const first = top + text * 0.6;
  if (plan <= without) {
    const above = Math.max(first, Math.min(plan, without - 2.4 * line, bottom - 3 * line));
    return [above, Math.max(without, above + 2.4 * line)];
  }
  const below = Math.min(Math.max(plan, first + 1.3 * line), bottom - 1.7 * line);
  return [below, Math.max(first, Math.min(without, below - 1.3 * line))];
}

const MONTHS = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** Months along the axis, first and last among them, none nearer to the next than `least` pixels. */
export function monthsOf(scale: Scale, box: CurveBox, upTo: number, least: number): { x: number; text: string }[] {
  const end = Math.min(scale.to, Math.max(upTo, scale.from + 1));
  const ticks: { x: number; text: string }[] = [];
  const first = new Date(scale.from * 1000);
  const add = (seconds: number): void => {
    const x = xOf(seconds, scale, box);
    if (ticks.length === 0 || x - ticks[ticks.length - 1].x >= least) ticks.push({ x, text: MONTHS[new Date(seconds * 1000).getUTCMonth()] });
  };
  add(scale.from);
  for (let month = 1; month < 400; month++) {
    const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1) / 1000;
    if (at > end) break;
    add(at);
  }
  return ticks;
}

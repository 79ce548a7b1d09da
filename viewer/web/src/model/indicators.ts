import type { HelloIndicator } from '../protocol/messages';

let catalogue: ReadonlyMap<string, HelloIndicator> = new Map();

/** Takes the engine's catalogue, as the host sends it: the page has no list of its own. */
export function learnIndicators(indicators: readonly HelloIndicator[]): void {
  catalogue = new Map(indicators.map((indicator) => [indicator.key, indicator]));
}

export const titleOf = (name: string): string => catalogue.get(name)?.title ?? (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' ');

/** Whether a change of an indicator is for the better or the worse; empty when neither. */
export function judge(name: string, change: number): '' | 'better' | 'worse' {
  const side = Math.sign(change) * (catalogue.get(name)?.better ?? 0);
  return side > 0 ? 'better' : side < 0 ? 'worse' : '';
}

/** Whom an indicator is about, in words: trips of a week are counted a person and day. */
export function whoOf(name: string): string {
  const of = catalogue.get(name)?.of ?? '';
  return of === 'pupil days' ? 'pupils’ days' : of === 'work days' ? 'days at work' : of;
}

/** Days of a week on which an indicator counts each person: trips are counted a person and day. */
export const daysOf = (name: string): number => (catalogue.get(name)?.of.endsWith(' days') ? 5 : 1);

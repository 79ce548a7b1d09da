import type { LeverEffect } from '../protocol/messages';

/** Pixels for one of the unit where nothing is stronger than six of it. */
const USUAL = 42;
const STRONG = 6;

/** Pixels for each of the unit: one scale for all cards, so that they can be set beside one another. */
export function scaleOf(effects: LeverEffect[]): number {
  const most = Math.max(STRONG, ...effects.flatMap((one) => [one.change, one.low ?? one.change, one.high ?? one.change].map(Math.abs)));
  return (USUAL * STRONG) / most;
}

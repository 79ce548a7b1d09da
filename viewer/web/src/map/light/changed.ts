import type { Lit } from '../../model/look';

/** The fact that says who goes to school. */
export const PUPIL = 64;
const ERRAND = 128;

/** Whether a day's byte is one of those that are lit, for each of its 256 values. */
export function litStates(lit: Lit): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, state) => {
    const category = state & 3;
    const mode = (state >> 2) & 7;
    return lit.category?.includes(category) || lit.mode?.includes(mode) || (lit.errand && (state & ERRAND) !== 0) ? 1 : 0;
  });
}

/** Rows of those who live the day differently: the way that the plan wants, and against it. */
export interface Changed {
  gained: Uint32Array;
  lost: Uint32Array;
}

/** Finds whoever differs from the same day without the plan. */
export function findChanged(lit: Lit, facts: Uint8Array, plan: Uint8Array, without: Uint8Array): Changed {
  const is = litStates(lit);
  const pupils = lit.who === 'pupil';
  const gained: number[] = [];
  const lost: number[] = [];
  const all = lit.for === 'differs';
  for (let i = 0; i < plan.length; i++) {
    const a = plan[i];
    const b = without[i];
    if (a === b || (pupils && (facts[i] & PUPIL) === 0)) continue;
    if (all || is[a] > is[b]) gained.push(i);
    else if (is[a] < is[b]) lost.push(i);
  }
  const [better, worse] = lit.against ? [lost, gained] : [gained, lost];
  return { gained: Uint32Array.from(better), lost: Uint32Array.from(worse) };
}

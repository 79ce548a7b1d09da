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
  const look = (i: number): void => {
    const a = plan[i];
    const b = without[i];
    if (a === b || (pupils && (facts[i] & PUPIL) === 0)) return;
    if (all || is[a] > is[b]) gained.push(i);
    else if (is[a] < is[b]) lost.push(i);
  };
  // Nearly all live the same day: they are passed over four at a time, where the bytes lie so that they can be.
  const four = plan.byteOffset % 4 === 0 && without.byteOffset % 4 === 0 ? plan.length >> 2 : 0;
  const [plans, others] = [plan, without].map((bytes) => new Uint32Array(bytes.buffer, four > 0 ? bytes.byteOffset : 0, four));
  for (let n = 0; n < four; n++) {
    if (plans[n] === others[n]) continue;
    for (let i = 4 * n; i < 4 * n + 4; i++) look(i);
  }
  for (let i = 4 * four; i < plan.length; i++) look(i);
  const [better, worse] = lit.against ? [lost, gained] : [gained, lost];
  return { gained: Uint32Array.from(better), lost: Uint32Array.from(worse) };
}

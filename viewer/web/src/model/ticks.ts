/** Steps that an axis may take: 1, 2 or 5 of a power of ten, so that no tick has more digits than its step. */
export const STEPS: number[] = Array.from({ length: 14 }, (_, power) => [1, 2, 5].map((n) => n * 10 ** (power - 6))).flat();

/** Writes ticks with as many digits as their step has, shares in percent. */
export function writeTicks(ticks: number[], share: boolean): string[] {
  const scale = share ? 100 : 1;
  const step = ticks.length > 1 ? (ticks[1] - ticks[0]) * scale : 1;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return ticks.map((t) => (t * scale).toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }) + (share ? '%' : ''));
}

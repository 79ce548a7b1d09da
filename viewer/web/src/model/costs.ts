/** Frames whose cost is remembered: two minutes of five a second. */
const KEPT = 600;

/** What each of the last frames cost, in milliseconds. */
export class Costs {
  private readonly kept = new Float64Array(KEPT);
  private taken = 0;

  add(milliseconds: number): void {
    this.kept[this.taken++ % KEPT] = milliseconds;
  }

  clear(): void {
    this.taken = 0;
  }

  /** Frames remembered. */
  get count(): number {
    return Math.min(this.taken, KEPT);
  }

  /** The cost that so many hundredths of the frames stay within: 50 is the median, 100 the most; NaN while there is none. */
  percentile(hundredths: number): number {
    const sorted = this.kept.slice(0, this.count).sort();
    return this.count > 0 ? sorted[Math.max(0, Math.ceil((hundredths / 100) * this.count) - 1)] : NaN;
  }
}

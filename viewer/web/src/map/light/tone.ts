/** Steps of a table of tones, and of encoded light. */
const STEPS = 4096;

/** Share of a tone's range that a density reaches: nothing at 0, all at `to`, linear below `from`. */
export const tone = (density: number, from: number, to: number): number =>
  Math.min(Math.max(Math.asinh(Math.max(density, 0) / from) / Math.asinh(to / from), 0), 1);

/** The tone and what is made of it, looked up. */
export class ToneTable {
  private readonly values: Float32Array;
  private readonly scale: number;

  constructor(from: number, to: number, of: (level: number) => number = (level) => level) {
    this.values = Float32Array.from({ length: STEPS + 1 }, (_, i) => of(tone((i / STEPS) * to, from, to)));
    this.scale = STEPS / to;
  }

  at(density: number): number {
    const i = density * this.scale;
    return this.values[i >= STEPS ? STEPS : i | 0];
  }
}

const encode1 = (c: number): number => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);
const decode1 = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/** Light of a byte of a picture, 0 to 1. */
export const LIGHT = Float32Array.from({ length: 256 }, (_, byte) => decode1(byte / 255));

const ENCODED = Float32Array.from({ length: STEPS + 1 }, (_, i) => 255 * encode1(i / STEPS));

/** What a picture has for a light, 0 to 255, not yet rounded. */
export const encoded = (light: number): number => {
  const at = light * STEPS;
  if (at >= STEPS) return 255;
  const i = at | 0;
  return ENCODED[i] + (ENCODED[i + 1] - ENCODED[i]) * (at - i);
};

/** Noise of a pixel between −0.5 and 0.5: without it sea and glow band on projectors. */
export const noise = (x: number, y: number): number => {
  const inner = x * 0.06711056 + y * 0.00583715;
  const outer = 52.9829189 * (inner - Math.floor(inner));
  return outer - Math.floor(outer) - 0.5;
};

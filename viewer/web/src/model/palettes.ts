/** Colour scales that read the same to colour-blind eyes; each runs dark to light so that a photocopy keeps the order. */

export type Rgb = [number, number, number];

const hex = (text: string): Rgb => [
  parseInt(text.slice(1, 3), 16),
  parseInt(text.slice(3, 5), 16),
  parseInt(text.slice(5, 7), 16),
];

// Cividis (Nuñez, Anderton & Renslow 2018), from its tenth: the darkest end would be lost on a dark wall.
const CIVIDIS = ['#1d3a72', '#2a406c', '#48526b', '#5e626e', '#727374', '#878479', '#9e9677', '#b6a971', '#d0be67', '#ead357', '#ffea46'].map(hex);

// Blue and orange keep apart in every common colour blindness; the middle is the wall's own colour, so no change recedes.
const DIVERGING = ['#8fcaff', '#5fa8ee', '#3f7fbd', '#33577f', '#2b3648', '#6b4a2c', '#a96a2a', '#e08f38', '#ffbe6f'].map(hex);

export const WALL: Rgb = hex('#0b121e');
export const NO_DATA: Rgb = hex('#39414e');
export const LAND: Rgb = hex('#111b2b');
export const FAINT: Rgb = hex('#3a4763');

export const CATEGORY: Rgb[] = [hex('#ffea46'), hex('#a39a76'), hex('#4f79c4'), FAINT];
export const MODE: Rgb[] = [FAINT, hex('#ffea46'), hex('#63d2c3'), hex('#a9b6d3'), hex('#54658c'), FAINT, FAINT, FAINT];
export const BETTER: Rgb = hex('#8fcaff');
export const WORSE: Rgb = hex('#ffbe6f');

export type ScaleName = 'sequential' | 'diverging';

/** Colour at `share` (0–1) of a scale. */
export function colourAt(scale: ScaleName, share: number): Rgb {
  const stops = scale === 'sequential' ? CIVIDIS : DIVERGING;
  const at = Math.min(Math.max(share, 0), 1) * (stops.length - 1);
  const low = Math.min(Math.floor(at), stops.length - 2);
  const part = at - low;
  return [0, 1, 2].map((c) => Math.round(stops[low][c] + (stops[low + 1][c] - stops[low][c]) * part)) as Rgb;
}

const tables = new Map<ScaleName, Uint8Array>();

/** 256 colours of a scale as RGBA bytes. */
export function table(scale: ScaleName): Uint8Array {
  const known = tables.get(scale);
  if (known) return known;
  const bytes = new Uint8Array(256 * 4);
  for (let i = 0; i < 256; i++) {
    bytes.set([...colourAt(scale, i / 255), 255], i * 4);
  }
  tables.set(scale, bytes);
  return bytes;
}

export const css = (rgb: Rgb): string => `rgb(${rgb[0]} ${rgb[1]} ${rgb[2]})`;

import type { Filter } from '../model/filter';
import type { LightView } from '../model/look';
import type { ScaleName } from '../model/palettes';
import type { SchoolsShown } from '../model/schools';
import { placed, type Positions } from '../protocol/decode';
import { type Hello } from '../protocol/messages';
import type { Camera } from './camera';

/** Metres a pixel: further out, residents overlap and their mean is drawn. */
export const DENSITY_ABOVE = 22;

/** Weights in a cell of those who live the day otherwise and of those who do not; the shader of points has the second too. */
export const CHANGED = 6;
export const UNCHANGED = 0.3;

/** How much of its value's colour the ground of a neighbourhood has. */
export const FILL_ALPHA = 0.2;

/** One picture of one arm. */
export interface View {
  arm: 0 | 1;
  paint: number;
  scale: ScaleName;
  range: [number, number];
  values: Float32Array;
  /** Neighbourhoods whose value is drawn faintly, or null. */
  dimmed: Uint8Array | null;
  fill: boolean;
  selected: number;
  /** Neighbourhoods lit because a table is pointed at: of a place, or of some deciles. */
  marked: { place: number; deciles: number };
  filter: Filter;
  /** Part of the canvas: left and right edge, device pixels. */
  left: number;
  right: number;
  /** Where the camera's middle lies, device pixels from the left. */
  middle: number;
  /** Device pixels for what is a pixel on a small screen: marks grow with the type. */
  unit: number;
  /** How everybody is drawn as light; null where neighbourhoods' values are shown. */
  light: LightView | null;
  schools: { shown: SchoolsShown; size: number; /** Whether school streets are marked: the baseline has none. */ streets: boolean };
}

/** Side of a coarse cell, and the weight at which it is at its brightest, for a canvas of a size. */
export function cellsOf(width: number, height: number, metresPerPixel: number): { cell: number; full: number } {
  const cell = Math.max(2, Math.round(Math.min(width, height) / 540));
  // A cell of a terraced street at 6,000 residents a km² is full; the eye reads the rest on a logarithmic scale.
  const cellKm2 = (cell * metresPerPixel * cell * metresPerPixel) / 1e6;
  return { cell, full: Math.max(1.5, 6000 * cellKm2) };
}

/** How large, in device pixels, and how opaque a resident is drawn close by; larger where one stands for many. */
export function dotOf(camera: Camera, view: View, oneIn: number): { size: number; weight: number } {
  const size = Math.min(Math.max(11 / camera.metresPerPixel, 1.2), 11 * view.unit) * Math.min(Math.sqrt(oneIn), 2.5);
  return { size, weight: Math.min(1, 0.35 + 5 / camera.metresPerPixel) };
}

/** The neighbourhood of each resident: they come in the order of neighbourhoods. */
export function hoodsOf(hello: Hello, positions: Positions): Uint16Array {
  const hoods = new Uint16Array(positions.residents);
  let at = 0;
  hello.neighbourhoods.forEach((n, index) => {
    hoods.fill(index, at, at + placed(n));
    at += placed(n);
  });
  return hoods;
}

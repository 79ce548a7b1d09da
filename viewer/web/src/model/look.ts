import cameras from '../../../look/cameras.json';
import drawing from '../../../look/drawing.json';
import layers from '../../../look/layers.json';
import palettes from '../../../look/palettes.json';
import type from '../../../look/type.json';

export type Theme = 'dark' | 'light';
export type Palette = (typeof palettes)['dark'];
export type Rgb = [number, number, number];

export { cameras, drawing, layers, type };

export const paletteOf = (theme: Theme): Palette => palettes[theme];

/** Bytes of a colour written as #RRGGBB. */
export const rgb = (hex: string): Rgb => [parseInt(hex.slice(1, 3), 16), parseInt(hex.slice(3, 5), 16), parseInt(hex.slice(5, 7), 16)];

/** How the map lights whoever lives the day differently in one respect. */
export interface Lit {
  who: string;
  mode?: number[];
  category?: number[];
  errand?: boolean;
  /** Whether it is the wrong thing: who no longer does it is changed for the better. */
  against?: boolean;
  for?: string;
}

interface Quantity {
  family: string;
  lit: string;
  breaks: number[];
  levelBreaks: number[];
  delta: number;
}

const quantities = layers.quantities as Record<string, Quantity>;

/** How an indicator is drawn; indicators that the look does not name are drawn as the first. */
export const quantityOf = (indicator: string): Quantity => quantities[indicator] ?? quantities[layers.first];

/** Indicators that the look can draw. */
export const DRAWN = Object.keys(quantities);

export const litBy = (indicator: string): Lit => (layers.lit as Record<string, Lit>)[quantityOf(indicator).lit];

export type Surface = 'wall' | 'presenter' | 'phone';
export type TypeRole = keyof (typeof type)['presenter']['sizes'];

/** Pixels of a kind of text on a surface so high: never below its floor. */
export function sizeOf(surface: Surface, role: TypeRole, height: number, large = false): number {
  const { unit, sizes } = type[surface];
  if (surface !== 'wall') return sizes[role];
  const floor = type.wall.floors.findLast((f) => f.height <= height) ?? type.wall.floors[0];
  const size = Math.max(Math.round((sizes[role] * height) / unit), floor.sizes[role]);
  return Math.round(size * (large ? type.wall.large : 1));
}

/** Every token of a palette that is one colour, as the page's style sheet names them. */
export function tokensOf(theme: Theme): [string, string][] {
  return Object.entries(paletteOf(theme)).flatMap(([name, value]) => (typeof value === 'string' ? [[`--${name.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, value] as [string, string]] : []));
}

/** What is said of the light picture beside where the camera stands. */
export interface LightView {
  theme: Theme;
  lit: Lit;
  /** Whether the day is one that shows what is lit; else the last such day stays, dimmer. */
  tells: boolean;
  /** Pixels from the left between which the map fades in beside the text; both 0 for none. */
  fade: [number, number];
  /** Place that stands alone, −1 for all. */
  only: number;
  /** Colour of each neighbourhood, red, green, blue, where values are shown through the people who live there; null for single residents. */
  hoods: Uint8Array | null;
}

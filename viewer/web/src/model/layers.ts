import { CATEGORY, css, MODE } from './palettes';
import { signed } from './signed';

export type LayerId = 'activity' | 'inactive' | 'school' | 'travel' | 'leisure' | 'minutes' | 'deprivation';

/** How the shader colours a resident: by what they are, or by their neighbourhood's value. */
export const Paint = { Category: 0, Neighbourhood: 1, School: 2, Travel: 3, Change: 4 } as const;

export interface Layer {
  id: LayerId;
  title: string;
  /** What the neighbourhood's value is, with its base. */
  measure: string;
  paint: number;
  /** Counts whose sum is the numerator and the denominator of the neighbourhood's value. */
  over: string[];
  under: string[];
  /** Published indicator to take the value from where a frame has no counts for it. */
  indicator: string | null;
  percent: boolean;
  /** Lowest and highest value of the colour scale until values have come; see `scaleOf`. */
  range: [number, number];
  /** Whether more is better: decides which colour a change gets. */
  moreIsBetter: boolean;
  keys: { colour: string; label: string }[];
}

const adults = ['inactive', 'fairlyActive', 'active'];

export const LAYERS: Layer[] = [
  {
    id: 'activity', title: 'Activity', measure: 'Adults who are inactive', paint: Paint.Category, over: ['inactive'], under: adults,
    indicator: null, percent: true, range: [0.1, 0.35], moreIsBetter: false,
    keys: [
      { colour: css(CATEGORY[0]), label: 'Inactive: under 30 minutes a week (children: a day)' },
      { colour: css(CATEGORY[1]), label: 'Fairly active: 30 to 149 (30 to 59 a day)' },
      { colour: css(CATEGORY[2]), label: 'Active: 150 or more (60 a day)' },
      { colour: css(CATEGORY[3]), label: 'Under 5: not counted' },
    ],
  },
  {
    id: 'inactive', title: 'Inactive share', measure: 'Adults who are inactive', paint: Paint.Neighbourhood, over: ['inactive'],
    under: adults, indicator: 'adults_inactive', percent: true, range: [0.1, 0.35], moreIsBetter: false, keys: [],
  },
  {
    id: 'school', title: 'Walk to school', measure: 'Pupils who walked or cycled today', paint: Paint.School, over: ['pupilsActive'],
    under: ['pupilsTravelling'], indicator: 'school_walk', percent: true, range: [0.1, 0.6], moreIsBetter: true,
    keys: [
      { colour: css(MODE[1]), label: 'Walked' },
      { colour: css(MODE[2]), label: 'Cycled' },
      { colour: css(MODE[3]), label: 'Public transport' },
      { colour: css(MODE[4]), label: 'Car' },
    ],
  },
  {
    id: 'travel', title: 'Active travel', measure: 'Residents who walked or cycled somewhere today', paint: Paint.Travel,
    over: ['activeToday'], under: ['residents'], indicator: 'active_travel_weekly', percent: true, range: [0, 0.6], moreIsBetter: true,
    keys: [
      { colour: css(MODE[1]), label: 'Walked' },
      { colour: css(MODE[2]), label: 'Cycled' },
      { colour: css(MODE[3]), label: 'Public transport' },
      { colour: css(MODE[4]), label: 'Car' },
    ],
  },
  {
    id: 'leisure', title: 'Leisure', measure: 'Residents active in their leisure today', paint: Paint.Neighbourhood, over: ['leisure'],
    under: ['residents'], indicator: null, percent: true, range: [0, 0.5], moreIsBetter: true, keys: [],
  },
  {
    id: 'minutes', title: 'Minutes', measure: 'Moderate-equivalent minutes a week, adults', paint: Paint.Neighbourhood, over: [], under: [],
    indicator: 'mean_minutes_adults', percent: false, range: [200, 700], moreIsBetter: true, keys: [],
  },
  {
    id: 'deprivation', title: 'Deprivation', measure: 'National decile: 1 is most deprived', paint: Paint.Neighbourhood, over: [],
    under: [], indicator: null, percent: false, range: [10, 1], moreIsBetter: true, keys: [],
  },
];

export const layerOf = (id: string): Layer => LAYERS.find((l) => l.id === id) ?? LAYERS[0];

/** Value and base of every neighbourhood for one layer and arm. */
export interface Values {
  value: Float32Array;
  count: Float32Array;
  /** Value and base of the whole area. */
  total: number;
  totalCount: number;
}

/** Adds up a layer's counts. */
export function valuesOfTallies(layer: Layer, names: string[], residents: number[], tallies: Uint16Array): Values {
  const fields = names.length;
  const over = layer.over.map((n) => names.indexOf(n));
  const under = layer.under.map((n) => names.indexOf(n));
  const byResidents = layer.under[0] === 'residents';
  const value = new Float32Array(residents.length);
  const count = new Float32Array(residents.length);
  let sumOver = 0;
  let sumUnder = 0;
  for (let n = 0; n < residents.length; n++) {
    const at = n * fields;
    let a = 0;
    let b = byResidents ? residents[n] : 0;
    for (const f of over) a += tallies[at + f];
    if (!byResidents) for (const f of under) b += tallies[at + f];
    value[n] = b > 0 ? a / b : NaN;
    count[n] = b;
    sumOver += a;
    sumUnder += b;
  }
  return { value, count, total: sumUnder > 0 ? sumOver / sumUnder : NaN, totalCount: sumUnder };
}

/**
 * Colour scale for a layer from the values of the baseline's first day: from its fifth to its ninety-fifth hundredth, rounded
 * outwards. Once set it stays, the same for both arms and all days.
 */
export function scaleOf(layer: Layer, values: Values): [number, number] | null {
  if (layer.id === 'deprivation') return layer.range;
  const known = [...values.value].filter(Number.isFinite).sort((a, b) => a - b);
  if (known.length === 0 || values.totalCount === 0) return null;
  const step = layer.percent ? 0.05 : 50;
  const low = Math.floor(known[Math.floor(known.length * 0.05)] / step) * step;
  const high = Math.ceil(known[Math.floor((known.length - 1) * 0.95)] / step) * step;
  return [low, Math.max(high, low + 2 * step)];
}

/** A value as the screen writes it. */
export function format(layer: Layer, value: number): string {
  if (!Number.isFinite(value)) return 'no data';
  return layer.percent ? `${(value * 100).toFixed(1)}%` : value.toFixed(layer.id === 'deprivation' ? 0 : 1);
}

/** A difference as the screen writes it. */
export function formatChange(layer: Layer, value: number): string {
  if (!Number.isFinite(value)) return 'no data';
  return signed(value, (size) => (layer.percent ? `${(size * 100).toFixed(2)} points` : size.toFixed(1)));
}

/** Scale of a change: a tenth of the layer's own range either way, blue where it is better. */
export function changeRange(layer: Layer, range: [number, number]): [number, number] {
  const size = Math.abs(range[1] - range[0]) / 10;
  return layer.moreIsBetter ? [size, -size] : [-size, size];
}

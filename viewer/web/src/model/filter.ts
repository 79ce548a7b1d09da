import { placed } from '../protocol/decode';
import { type Hello } from '../protocol/messages';

/** Age groups of the figures and of the fixed facts of every resident, in order. */
export const AGE_GROUPS = ['0-4', '5-10', '11-15', '16-34', '35-54', '55-74', '75+'];

export const ALL_AGES = 0b1111111;
export const ALL_DECILES = 0b11111111110;
export const ALL_CATEGORIES = 0b1111;

const FEMALE = 8;

/** Facts that can be asked for: bits of the byte of fixed facts. */
export const FACTS = [
  { bit: 16, title: 'Disabled' },
  { bit: 32, title: 'No car' },
  { bit: 64, title: 'At school' },
  { bit: 128, title: 'In employment' },
];

/** Which residents the map shows. It hides points only: every figure counts everyone. */
export interface Filter {
  /** A bit for each age group. */
  ages: number;
  /** A bit for each deprivation decile, from bit 1. */
  deciles: number;
  sex: 'all' | 'women' | 'men';
  /** Facts that must all hold. */
  facts: number;
  /** A bit for each activity category. */
  categories: number;
  /** Index of the place, −1 for all. */
  place: number;
}

export const EVERYBODY: Filter = { ages: ALL_AGES, deciles: ALL_DECILES, sex: 'all', facts: 0, categories: ALL_CATEGORIES, place: -1 };

export const isEverybody = (filter: Filter): boolean => (Object.keys(EVERYBODY) as (keyof Filter)[]).every((key) => filter[key] === EVERYBODY[key]);

/** The filter's fixed facts as the map tests them: of these bits, those must be set. */
export function factsOf(filter: Filter): { mask: number; value: number } {
  const sex = filter.sex === 'all' ? 0 : FEMALE;
  return { mask: filter.facts | sex, value: filter.facts | (filter.sex === 'women' ? FEMALE : 0) };
}

/** Deciles of a deprivation fifth, 1 the most deprived. */
export const decilesOf = (fifth: number): number => 0b11 << (2 * fifth - 1);

/** Turns one bit of a choice of several: from all to it alone, and from it alone back to all. */
export function turn(mask: number, bit: number, all: number): number {
  const next = mask === all ? bit : mask ^ bit;
  return next === 0 ? all : next;
}

/** Residents whom the filter shows, whatever they do today. */
export function countShown(filter: Filter, hello: Hello, facts: Uint8Array): number {
  const { mask, value } = factsOf(filter);
  const passes = Uint8Array.from({ length: 256 }, (_, f) => ((filter.ages >> (f & 7)) & 1 && (f & mask) === value ? 1 : 0));
  let shown = 0;
  let first = 0;
  for (const hood of hello.neighbourhoods) {
    const end = first + placed(hood);
    if ((filter.deciles >> hood.decile) & 1 && (filter.place < 0 || filter.place === hood.place)) {
      let here = 0;
      for (let i = first; i < end; i++) here += passes[facts[i]];
      shown += here * (hood.residents / Math.max(1, end - first));
    }
    first = end;
  }
  return Math.round(shown);
}

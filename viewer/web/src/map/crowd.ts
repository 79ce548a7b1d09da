import { BETTER, FAINT, NO_DATA, table, WORSE, type Rgb, type ScaleName } from '../model/palettes';

/** Cells of the screen, from the lower left; a position p (0–65,535) falls into cell floor(p × scale + offset). */
export interface Grid {
  width: number;
  height: number;
  scale: [number, number];
  offset: [number, number];
}

/** Who is shown, by neighbourhood: whether residents with given fixed facts are; null where nobody is. */
export type Shows = (hood: number) => Uint8Array | null;

/** Residents by cell and neighbourhood, as three columns, and the cells that have any. */
interface Placement {
  cells: Uint32Array;
  hoods: Uint16Array;
  counts: Uint16Array;
  used: Uint32Array;
  /** The day it holds for, where it depends on the day. */
  states: Uint8Array | null;
  /** By cell, whether it has any. */
  isUsed: Uint8Array;
}

/** Residents whose day differs from their twin's, and what they weigh in their cell. */
export interface Changed {
  states: Uint8Array;
  twins: Uint8Array;
  weight: number;
}

/** Shows only residents of some activity categories: a bit for each. */
export interface Only {
  states: Uint8Array;
  categories: number;
}

const DIFFERS = 64;
const ANY_DIFFERS = 0x40404040;
const WALKED_ERRAND = 128;
const LEISURE = 32;
const KEPT = 2;
const LIGHTS = 4096;

/**
 * Paints everybody in coarse cells without a graphics card. Where residents stand changes only with the camera and the
 * filter, so they are counted by cell and neighbourhood once; a day then costs one addition for each of those counts, and one
 * for each resident whose day differs, where that is shown. A software renderer takes ten times as long for a sample.
 */
export class Crowd {
  private readonly placed = new Map<string, Placement>();
  private sums = new Float32Array(0);
  private pixels = new Uint8Array(0);
  private painted: Placement | null = null;
  private readonly lights = new Uint8Array(LIGHTS);
  private lightsFull = 0;
  /** Cells that have nobody but some who changed next to them. */
  private besides: number[] = [];

  /** A crowd; positions x, y and a neighbourhood for each resident, in order of neighbourhoods. */
  constructor(private readonly xy: Uint16Array, private readonly hoods: Uint16Array, private readonly facts: Uint8Array) {}

  /**
   * The cells as pixels: the mean colour of those in a cell, brighter where more are. Valid until the next call.
   * @param key names what `shows` and `grid` depend on
   * @param colours of neighbourhoods, three numbers each
   * @param weight of everybody who is not changed
   * @param full weight at which a cell is at its brightest
   */
  paint(grid: Grid, key: string, shows: Shows, colours: Float32Array, weight: number, changed: Changed | null, only: Only | null, full: number): Uint8Array {
    const placement = this.place(grid, key, shows, only);
    const { cells, hoods, counts } = placement;
    const sums = this.sums;
    for (let i = 0; i < cells.length; i++) {
      const at = 4 * cells[i];
      const from = 3 * hoods[i];
      const w = counts[i] * weight;
      sums[at] += colours[from] * w;
      sums[at + 1] += colours[from + 1] * w;
      sums[at + 2] += colours[from + 2] * w;
      sums[at + 3] += w;
    }
    if (this.painted !== placement) this.pixels.fill(0);
    for (const cell of this.besides) this.pixels.fill(0, 4 * cell, 4 * cell + 4);
    this.painted = placement;
    this.besides = [];
    if (changed) this.add(changed, grid, shows, only, placement.isUsed, colours, weight);
    this.mix(placement.used, full);
    this.mix(this.besides, full);
    return this.pixels;
  }

  private add({ states, twins, weight }: Changed, grid: Grid, shows: Shows, only: Only | null, isUsed: Uint8Array, colours: Float32Array, usual: number): void {
    // Few differ: four at a time are passed over, which wants them to lie on a multiple of four bytes.
    const aligned = states.byteOffset % 4 === 0 ? states : states.slice();
    const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
    for (let word = 0; word <= words.length; word++) {
      if (word < words.length && (words[word] & ANY_DIFFERS) === 0) continue;
      for (let row = 4 * word; row < Math.min(4 * word + 4, states.length); row++) {
        if ((states[row] & DIFFERS) === 0 || !shows(this.hoods[row])?.[this.facts[row]] || (only && !((only.categories >> (states[row] & 3)) & 1))) continue;
        const cell = cellOf(grid, this.xy, row);
        if (cell >= 0) this.take(cell, colours, this.hoods[row], usual);
        this.spread(grid, isUsed, row, isBetter(states[row], twins[row]) ? BETTER : WORSE, weight);
      }
    }
  }

  /** Takes back a resident who was counted with the neighbourhood. */
  private take(cell: number, colours: Float32Array, hood: number, weight: number): void {
    for (let c = 0; c < 3; c++) this.sums[4 * cell + c] -= colours[3 * hood + c] * weight;
    this.sums[4 * cell + 3] -= weight;
  }

  /** Adds a resident to the two by two cells about them, so that one who changed can be seen. */
  private spread(grid: Grid, isUsed: Uint8Array, row: number, colour: Rgb, weight: number): void {
    const left = Math.floor(this.xy[2 * row] * grid.scale[0] + grid.offset[0] - 0.5);
    const low = Math.floor(this.xy[2 * row + 1] * grid.scale[1] + grid.offset[1] - 0.5);
    for (let y = Math.max(low, 0); y < Math.min(low + 2, grid.height); y++) {
      for (let x = Math.max(left, 0); x < Math.min(left + 2, grid.width); x++) {
        const at = 4 * (y * grid.width + x);
        if (!isUsed[at / 4] && this.sums[at + 3] === 0) this.besides.push(at / 4);
        for (let c = 0; c < 3; c++) this.sums[at + c] += (colour[c] / 255) * weight;
        this.sums[at + 3] += weight;
      }
    }
  }

  /** How bright a cell of each weight up to a full one is: a hundred thousand logarithms a frame would cost more than all else. */
  private brightness(full: number): Uint8Array {
    if (this.lightsFull !== full) {
      this.lightsFull = full;
      const brightest = Math.log1p(full);
      for (let i = 0; i < LIGHTS; i++) this.lights[i] = 255 * (0.16 + (0.84 * Math.log1p((i / (LIGHTS - 1)) * full)) / brightest);
    }
    return this.lights;
  }

  /** Turns sums into pixels and leaves the sums empty. */
  private mix(used: ArrayLike<number>, full: number): void {
    const { sums, pixels } = this;
    const light = this.brightness(full);
    const step = (LIGHTS - 1) / full;
    for (let i = 0; i < used.length; i++) {
      const at = 4 * used[i];
      const weight = sums[at + 3];
      const part = 255 / weight;
      pixels[at] = sums[at] * part;
      pixels[at + 1] = sums[at + 1] * part;
      pixels[at + 2] = sums[at + 2] * part;
      pixels[at + 3] = light[Math.min(LIGHTS - 1, (weight * step + 0.5) | 0)];
      sums[at] = sums[at + 1] = sums[at + 2] = sums[at + 3] = 0;
    }
  }

  private place(grid: Grid, key: string, shows: Shows, only: Only | null): Placement {
    const known = this.placed.get(key);
    if (known && known.states === (only?.states ?? null)) return known;
    const size = grid.width * grid.height;
    if (this.pixels.length !== 4 * size) {
      this.placed.clear();
      this.sums = new Float32Array(4 * size);
      this.pixels = new Uint8Array(4 * size);
    }
    const inCell = new Uint16Array(size);
    const isUsed = new Uint8Array(size);
    const cells: number[] = [];
    const hoods: number[] = [];
    const counts: number[] = [];
    const used: number[] = [];
    let touched: number[] = [];
    for (let row = 0; row < this.hoods.length; ) {
      const hood = this.hoods[row];
      const passes = shows(hood);
      for (; row < this.hoods.length && this.hoods[row] === hood; row++) {
        const shown = passes?.[this.facts[row]] && (!only || (only.categories >> (only.states[row] & 3)) & 1);
        const cell = shown ? cellOf(grid, this.xy, row) : -1;
        if (cell >= 0 && inCell[cell]++ === 0) touched.push(cell);
      }
      for (const cell of touched) {
        cells.push(cell);
        hoods.push(hood);
        counts.push(inCell[cell]);
        inCell[cell] = 0;
        if (!isUsed[cell]) used.push(cell);
        isUsed[cell] = 1;
      }
      touched = [];
    }
    const placement = { cells: Uint32Array.from(cells), hoods: Uint16Array.from(hoods), counts: Uint16Array.from(counts), used: Uint32Array.from(used), isUsed, states: only?.states ?? null };
    if (this.placed.size >= KEPT) this.placed.delete(this.placed.keys().next().value as string);
    this.placed.set(key, placement);
    return placement;
  }
}

/** Colours of neighbourhoods by their values on a scale, three numbers each; those that are dimmed are faint. */
export function coloursOf(values: Float32Array, scale: ScaleName, range: [number, number], dimmed: Uint8Array | null): Float32Array {
  const bytes = table(scale);
  const colours = new Float32Array(values.length * 3);
  for (let n = 0; n < values.length; n++) {
    const share = Math.min(Math.max((values[n] - range[0]) / (range[1] - range[0]), 0), 1);
    const at = 4 * Math.round(share * 255);
    const colour: ArrayLike<number> = dimmed?.[n] ? FAINT : Number.isFinite(values[n]) ? bytes.subarray(at, at + 3) : NO_DATA;
    for (let c = 0; c < 3; c++) colours[3 * n + c] = colour[c] / 255;
  }
  return colours;
}

function cellOf(grid: Grid, xy: Uint16Array, row: number): number {
  const x = Math.floor(xy[2 * row] * grid.scale[0] + grid.offset[0]);
  const y = Math.floor(xy[2 * row + 1] * grid.scale[1] + grid.offset[1]);
  return x >= 0 && x < grid.width && y >= 0 && y < grid.height ? y * grid.width + x : -1;
}

/** More active, or the same and now on foot or a bicycle; children have no category to move in. As the shader of points has it. */
function isBetter(state: number, twin: number): boolean {
  const onFoot = travelsOnFoot(state);
  if ((state & 3) !== (twin & 3)) return (state & 3) > (twin & 3);
  return onFoot !== travelsOnFoot(twin) ? onFoot : (state & LEISURE) !== 0;
}

function travelsOnFoot(state: number): boolean {
  const mode = (state >> 2) & 7;
  return mode === 1 || mode === 2 || (state & WALKED_ERRAND) !== 0;
}

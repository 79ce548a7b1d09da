import { BETTER, FAINT, LAND, NO_DATA, table, WALL, WORSE, type ScaleName } from '../../model/palettes';
import type { Outline } from '../../protocol/decode';
import { boundsOf } from '../shapes';

/** Cells of the screen, from the upper left; a position p (0–65,535) falls into cell floor(p × scale + offset). */
export interface Grid {
  width: number;
  height: number;
  scale: [number, number];
  offset: [number, number];
}

/** Who is shown, by neighbourhood: whether residents with given fixed facts are; null where nobody is. */
export type Shows = (hood: number) => Uint8Array | null;

/** Residents by cell of the screen and neighbourhood. Cells that have any are in order; each has a run of entries. */
interface Placement {
  used: Uint32Array;
  /** First entry of each used cell, and one more. */
  starts: Uint32Array;
  /** Neighbourhood of each entry, and how many of it there are. */
  hoods: Uint16Array;
  counts: Uint16Array;
  /** Residents of each used cell. */
  totals: Float32Array;
  /** Used cell that each cell of the screen is, −1 for none. */
  slotOf: Int32Array;
  /** How bright each used cell is, 0–1, where everybody has a certain weight. */
  lights: Float32Array;
  lightsFor: number;
  /** Neighbourhood that each cell of the screen lies in; as many as there are for none. */
  ground: Uint16Array;
  /** The day it holds for, where it depends on the day. */
  states: Uint8Array | null;
}

/** What the ground is painted with: a colour for each neighbourhood, as packed pixels, and one more for where there is none. */
export type Ground = Uint32Array;

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
const OPAQUE = 0xff000000;

/**
 * Paints the ground and everybody on it in coarse cells without a graphics card. Where residents stand changes only with the
 * camera and the filter, so they are counted by cell and neighbourhood once; a day then costs a pixel for each cell, an
 * addition for each of those counts, and four for each resident whose day differs, where that is shown. A software renderer
 * takes thirty times as long.
 */
export class Crowd {
  private readonly placed = new Map<string, Placement>();
  private pixels = new Uint32Array(0);
  /** What those who changed add to and take from cells: colours and weight, four numbers a cell; empty between two days. */
  private sums = new Float32Array(0);
  private isTouched = new Uint8Array(0);
  private touched = new Uint32Array(0);
  /** One past the last resident of each neighbourhood. */
  private readonly ends: Uint32Array;
  private readonly brightness = new Float32Array(LIGHTS);
  private brightnessFull = 0;

  /** A crowd; positions x, y and a neighbourhood for each resident, in order of neighbourhoods; outlines to lay the ground with. */
  constructor(
    private readonly xy: Uint16Array, private readonly hoods: Uint16Array, private readonly facts: Uint8Array, private readonly outlines: Outline[],
  ) {
    this.ends = new Uint32Array(outlines.length);
    hoods.forEach((hood, row) => (this.ends[hood] = row + 1));
  }

  /**
   * The cells as opaque pixels, from the upper left: the ground, and on it the mean colour of those in a cell, brighter where
   * more are. Valid until the next call.
   * @param key names what `shows` and `grid` depend on
   * @param ground pixels of neighbourhoods, and where there is none
   * @param colours of neighbourhoods, three numbers each, 0–255
   * @param weight of everybody who is not changed
   * @param full weight at which a cell is at its brightest
   */
  paint(
    grid: Grid, key: string, shows: Shows, ground: Ground, colours: Float32Array, weight: number, changed: Changed | null, only: Only | null, full: number,
  ): Uint32Array {
    const placement = this.place(grid, key, shows, only);
    const { used, starts, hoods, counts, totals } = placement;
    const lights = this.lightsOf(placement, weight, full);
    const { pixels } = this;
    const land = placement.ground;
    for (let cell = 0; cell < pixels.length; cell++) pixels[cell] = ground[land[cell]];
    for (let u = 0; u < used.length; u++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let e = starts[u]; e < starts[u + 1]; e++) {
        const at = 3 * hoods[e];
        const n = counts[e];
        red += colours[at] * n;
        green += colours[at + 1] * n;
        blue += colours[at + 2] * n;
      }
      pixels[used[u]] = mixed(pixels[used[u]], red, green, blue, totals[u], lights[u]);
    }
    if (changed) this.repaint(this.add(changed, grid, shows, only, colours, weight), placement, ground, colours, weight, full);
    return pixels;
  }

  /** Adds those who changed to their cells; how many cells this touches. */
  private add({ states, twins, weight }: Changed, grid: Grid, shows: Shows, only: Only | null, colours: Float32Array, usual: number): number {
    const { xy, hoods, facts, sums, isTouched, touched } = this;
    const { width, height } = grid;
    const [scaleX, scaleY] = grid.scale;
    const [offsetX, offsetY] = grid.offset;
    const [betterRed, betterGreen, betterBlue] = BETTER.map((c) => c * weight);
    const [worseRed, worseGreen, worseBlue] = WORSE.map((c) => c * weight);
    const taken = colours.map((c) => c * usual);
    let count = 0;
    // What lies far apart in memory is what this waits for: neighbourhoods come in order, and facts matter to a filter only.
    let hood = -1;
    let end = 0;
    let passes: Uint8Array | null = null;
    let all = false;
    // Few differ: four at a time are passed over, which wants them to lie on a multiple of four bytes.
    const aligned = states.byteOffset % 4 === 0 ? states : states.slice();
    const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
    for (let word = 0; word <= words.length; word++) {
      if (word < words.length && (words[word] & ANY_DIFFERS) === 0) continue;
      for (let row = 4 * word; row < Math.min(4 * word + 4, states.length); row++) {
        if ((states[row] & DIFFERS) === 0) continue;
        if (row >= end) {
          hood = hoods[row];
          end = this.ends[hood];
          passes = shows(hood);
          all = passes?.every((shown) => shown === 1) ?? false;
        }
        if (!passes || (!all && !passes[facts[row]]) || (only && !((only.categories >> (states[row] & 3)) & 1))) continue;
        // In the two by two cells about them, so that one who changed can be seen; from their own those are taken who were
        // counted with their neighbourhood.
        const better = isBetter(states[row], twins[row]);
        const red = better ? betterRed : worseRed;
        const green = better ? betterGreen : worseGreen;
        const blue = better ? betterBlue : worseBlue;
        const x = xy[2 * row] * scaleX + offsetX;
        const y = xy[2 * row + 1] * scaleY + offsetY;
        const left = Math.floor(x - 0.5);
        const top = Math.floor(y - 0.5);
        if (left < -1 || top < -1 || left >= width || top >= height) continue;
        const own = Math.floor(y) * width + Math.floor(x);
        for (let down = top; down < top + 2; down++) {
          for (let across = left; across < left + 2; across++) {
            if (down < 0 || across < 0 || down >= height || across >= width) continue;
            const cell = down * width + across;
            if (isTouched[cell] === 0) {
              isTouched[cell] = 1;
              touched[count++] = cell;
            }
            const at = 4 * cell;
            sums[at] += red;
            sums[at + 1] += green;
            sums[at + 2] += blue;
            sums[at + 3] += weight;
            if (cell === own) {
              sums[at] -= taken[3 * hood];
              sums[at + 1] -= taken[3 * hood + 1];
              sums[at + 2] -= taken[3 * hood + 2];
              sums[at + 3] -= usual;
            }
          }
        }
      }
    }
    return count;
  }

  /** Paints touched cells anew from all that is in them, and leaves the sums empty. */
  private repaint(count: number, placement: Placement, ground: Ground, colours: Float32Array, weight: number, full: number): void {
    const { sums, pixels, isTouched, touched } = this;
    const { starts, hoods, counts, slotOf } = placement;
    const bright = this.brightnessTo(full);
    for (let i = 0; i < count; i++) {
      const cell = touched[i];
      const at = 4 * cell;
      let red = sums[at];
      let green = sums[at + 1];
      let blue = sums[at + 2];
      let total = sums[at + 3];
      const slot = slotOf[cell];
      for (let e = slot < 0 ? 0 : starts[slot]; slot >= 0 && e < starts[slot + 1]; e++) {
        const n = counts[e] * weight;
        red += colours[3 * hoods[e]] * n;
        green += colours[3 * hoods[e] + 1] * n;
        blue += colours[3 * hoods[e] + 2] * n;
        total += n;
      }
      pixels[cell] = mixed(ground[placement.ground[cell]], red, green, blue, total, bright[step(total, full)]);
      sums[at] = sums[at + 1] = sums[at + 2] = sums[at + 3] = 0;
      isTouched[cell] = 0;
    }
  }

  private lightsOf(placement: Placement, weight: number, full: number): Float32Array {
    if (placement.lightsFor !== weight) {
      const bright = this.brightnessTo(full);
      placement.lightsFor = weight;
      placement.lights = placement.totals.map((total) => bright[step(total * weight, full)]);
    }
    return placement.lights;
  }

  /** How bright a cell of each weight up to a full one is: a hundred thousand logarithms a day would cost more than all else. */
  private brightnessTo(full: number): Float32Array {
    if (this.brightnessFull !== full) {
      this.brightnessFull = full;
      const brightest = Math.log1p(full);
      for (let i = 0; i < LIGHTS; i++) this.brightness[i] = 0.16 + (0.84 * Math.log1p((i / (LIGHTS - 1)) * full)) / brightest;
    }
    return this.brightness;
  }

  private place(grid: Grid, key: string, shows: Shows, only: Only | null): Placement {
    const known = this.placed.get(key);
    if (known && known.states === (only?.states ?? null)) return known;
    const size = grid.width * grid.height;
    if (this.pixels.length !== size) {
      this.placed.clear();
      this.pixels = new Uint32Array(size);
      this.sums = new Float32Array(4 * size);
      this.isTouched = new Uint8Array(size);
      this.touched = new Uint32Array(size);
    }
    // Neighbourhood by neighbourhood: how many of it stand in each cell.
    const inCell = new Uint16Array(size);
    const entries = new Uint32Array(size + 1);
    const cells: number[] = [];
    const hoods: number[] = [];
    const counts: number[] = [];
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
        entries[cell]++;
        inCell[cell] = 0;
      }
      touched = [];
    }
    const placement = ordered(size, entries, cells, hoods, counts, known?.ground ?? groundOf(this.outlines, grid), only?.states ?? null);
    if (this.placed.size >= KEPT) this.placed.delete(this.placed.keys().next().value as string);
    this.placed.set(key, placement);
    return placement;
  }
}

/** Puts entries in the order of their cells. */
function ordered(
  size: number, entries: Uint32Array, cells: number[], hoods: number[], counts: number[], ground: Uint16Array, states: Uint8Array | null,
): Placement {
  const used = new Uint32Array(entries.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0));
  const starts = new Uint32Array(used.length + 1);
  const totals = new Float32Array(used.length);
  const slotOf = new Int32Array(size).fill(-1);
  let slot = 0;
  for (let cell = 0; cell < size; cell++) {
    if (entries[cell] === 0) continue;
    used[slot] = cell;
    slotOf[cell] = slot;
    starts[slot + 1] = starts[slot] + entries[cell];
    slot++;
  }
  const next = starts.slice();
  const sortedHoods = new Uint16Array(cells.length);
  const sortedCounts = new Uint16Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const of = slotOf[cells[i]];
    sortedHoods[next[of]] = hoods[i];
    sortedCounts[next[of]++] = counts[i];
    totals[of] += counts[i];
  }
  return { used, starts, hoods: sortedHoods, counts: sortedCounts, totals, slotOf, lights: totals, lightsFor: NaN, ground, states };
}

/** The neighbourhood under the middle of each cell; as many as there are outlines for none. */
export function groundOf(outlines: Outline[], grid: Grid): Uint16Array {
  const ground = new Uint16Array(grid.width * grid.height).fill(outlines.length);
  const crossings: number[] = [];
  outlines.forEach((outline, hood) => {
    const [, south, , north] = boundsOf(outline);
    const edges = [south, north].map((y) => y * grid.scale[1] + grid.offset[1]).sort((a, b) => a - b);
    for (let row = Math.max(0, Math.ceil(edges[0] - 0.5)); row <= Math.min(grid.height - 1, Math.floor(edges[1] - 0.5)); row++) {
      crossings.length = 0;
      for (const ring of outline) {
        for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
          const y = row + 0.5;
          const from = ring[j + 1] * grid.scale[1] + grid.offset[1];
          const to = ring[i + 1] * grid.scale[1] + grid.offset[1];
          if (from > y === to > y) continue;
          const x = ring[j] + ((ring[i] - ring[j]) * (y - from)) / (to - from);
          crossings.push(x * grid.scale[0] + grid.offset[0]);
        }
      }
      crossings.sort((a, b) => a - b);
      for (let c = 0; c + 1 < crossings.length; c += 2) {
        const first = Math.max(0, Math.ceil(crossings[c] - 0.5));
        const end = Math.min(grid.width, Math.floor(crossings[c + 1] - 0.5) + 1);
        if (end > first) ground.fill(hood, row * grid.width + first, row * grid.width + end);
      }
    }
  });
  return ground;
}

/** A pixel under so much of a mean colour, given as sums over a weight. */
function mixed(under: number, red: number, green: number, blue: number, weight: number, share: number): number {
  if (weight <= 0) return under;
  const part = share / weight;
  const rest = 1 - share;
  const r = red * part + (under & 255) * rest + 0.5;
  const g = green * part + ((under >> 8) & 255) * rest + 0.5;
  const b = blue * part + ((under >> 16) & 255) * rest + 0.5;
  return (OPAQUE | (b << 16) | (g << 8) | r) >>> 0;
}

const step = (weight: number, full: number): number => Math.min(LIGHTS - 1, (weight / full) * (LIGHTS - 1) + 0.5) | 0;

/** Colours of neighbourhoods by their values on a scale, three numbers each, 0–255; those that are dimmed are faint. */
export function coloursOf(values: Float32Array, scale: ScaleName, range: [number, number], dimmed: Uint8Array | null): Float32Array {
  const bytes = table(scale);
  const colours = new Float32Array(values.length * 3);
  for (let n = 0; n < values.length; n++) {
    if (dimmed?.[n] || !Number.isFinite(values[n])) {
      colours.set(dimmed?.[n] ? FAINT : NO_DATA, 3 * n);
      continue;
    }
    const share = Math.min(Math.max((values[n] - range[0]) / (range[1] - range[0]), 0), 1);
    const at = 4 * Math.round(share * 255);
    for (let c = 0; c < 3; c++) colours[3 * n + c] = bytes[at + c];
  }
  return colours;
}

/** The ground under neighbourhoods of these colours: land with so much of the colour, but land alone where dimmed. */
export function groundColours(colours: Float32Array, alpha: number, dimmed: Uint8Array | null): Ground {
  const count = colours.length / 3;
  const ground = new Uint32Array(count + 1);
  for (let n = 0; n < count; n++) {
    const part = dimmed?.[n] ? 0 : alpha;
    ground[n] = pixel([0, 1, 2].map((c) => LAND[c] + (colours[3 * n + c] - LAND[c]) * part));
  }
  ground[count] = pixel(WALL);
  return ground;
}

export const pixel = (rgb: ArrayLike<number>): number => (OPAQUE | (Math.round(rgb[2]) << 16) | (Math.round(rgb[1]) << 8) | Math.round(rgb[0])) >>> 0;

function cellOf(grid: Grid, xy: Uint16Array, row: number): number {
  const x = Math.floor(xy[2 * row] * grid.scale[0] + grid.offset[0]);
  const y = Math.floor(xy[2 * row + 1] * grid.scale[1] + grid.offset[1]);
  return x >= 0 && x < grid.width && y >= 0 && y < grid.height ? y * grid.width + x : -1;
}

/** More active, or the same and now on foot or a bicycle; children have no category to move in. As the shader of points has it. */
export function isBetter(state: number, twin: number): boolean {
  const onFoot = travelsOnFoot(state);
  if ((state & 3) !== (twin & 3)) return (state & 3) > (twin & 3);
  return onFoot !== travelsOnFoot(twin) ? onFoot : (state & LEISURE) !== 0;
}

function travelsOnFoot(state: number): boolean {
  const mode = (state >> 2) & 7;
  return mode === 1 || mode === 2 || (state & WALKED_ERRAND) !== 0;
}

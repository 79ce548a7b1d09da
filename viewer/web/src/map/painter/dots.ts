import { BETTER, CATEGORY, FAINT, MODE, WORSE, type Rgb } from '../../model/palettes';
import { Paint } from '../../model/layers';
import { groundOf, isBetter, pixel, type Ground, type Grid, type Shows } from './crowd';
import type { Outline } from '../../protocol/decode';

/** How residents look close by. */
export interface Look {
  paint: number;
  states: Uint8Array;
  /** The other arm's, for who differs. */
  twins: Uint8Array | null;
  /** Of neighbourhoods, three numbers each, 0–255. */
  colours: Float32Array;
  /** Neighbourhoods whose colour says nothing. */
  dimmed: Uint8Array | null;
  /** Bits of the activity categories shown. */
  categories: number;
  /** Pixels across, and how much of a dot's colour shows, 0–1. */
  size: number;
  weight: number;
}

const OPAQUE = 0xff000000;
const PUPIL = 64;
const DIFFERS = 64;
const WALKED_ERRAND = 128;
/** From this size on dots are round. */
const ROUND_ABOVE = 3;

/**
 * Paints the ground and a dot for each resident close by without a graphics card, as the card's shader of points has it. A
 * software renderer takes ten times as long, and the page waits for it.
 */
export class Dots {
  private pixels = new Uint32Array(0);
  private ground: Uint16Array = new Uint16Array(0);
  private groundFor = '';

  /** Dots; positions x, y, a neighbourhood and fixed facts for each resident; outlines to lay the ground with. */
  constructor(
    private readonly xy: Uint16Array, private readonly hoods: Uint16Array, private readonly facts: Uint8Array, private readonly outlines: Outline[],
  ) {}

  /**
   * The picture as opaque pixels, from the upper left. Valid until the next call.
   * @param grid a cell for each pixel
   * @param ground pixels of neighbourhoods, and where there is none
   * @param rows runs of residents, first and one past the last
   * @param every so many of them one is drawn
   */
  paint(grid: Grid, ground: Ground, rows: [number, number][], every: number, shows: Shows, look: Look): Uint32Array {
    this.lay(grid);
    const { pixels, ground: land, xy, hoods, facts } = this;
    for (let i = 0; i < pixels.length; i++) pixels[i] = ground[land[i]];
    const { states, twins, categories } = look;
    const colours = look.paint === Paint.Neighbourhood || look.paint === Paint.Change ? null : coloursByState(look.paint, look.weight);
    const better = pixel(BETTER);
    const worse = pixel(WORSE);
    const changed = parts(1, look.weight);
    const small = stamp(look.size);
    const large = stamp(Math.max(look.size * 1.5, 2));
    const [scaleX, scaleY] = grid.scale;
    const [offsetX, offsetY] = grid.offset;
    let hood = -1;
    let passes: Uint8Array | null = null;
    let hoodColour = 0;
    let hoodPart = 0;
    for (const [first, end] of rows) {
      // The same ones are drawn wherever the camera is.
      for (let row = Math.ceil(first / every) * every; row < end; row += every) {
        if (hoods[row] !== hood) {
          hood = hoods[row];
          passes = shows(hood);
          const faint = look.dimmed?.[hood] === 1 && look.paint === Paint.Neighbourhood;
          hoodColour = faint ? pixel(FAINT) : pixel([look.colours[3 * hood], look.colours[3 * hood + 1], look.colours[3 * hood + 2]]);
          hoodPart = parts(look.paint === Paint.Change ? 0.3 : faint ? 0.35 : 1, look.weight);
        }
        const state = states[row];
        if (!passes?.[facts[row]] || !((categories >> (state & 3)) & 1)) continue;
        let colour = hoodColour;
        let part = hoodPart;
        let dot = small;
        if (colours) {
          const at = 2 * (state | ((facts[row] & PUPIL) << 2));
          colour = colours[at];
          part = colours[at + 1];
        } else if (look.paint === Paint.Change && twins && (state & DIFFERS) !== 0) {
          colour = isBetter(state, twins[row]) ? better : worse;
          part = changed;
          dot = large;
        }
        this.press(dot, xy[2 * row] * scaleX + offsetX, xy[2 * row + 1] * scaleY + offsetY, colour, part, grid);
      }
    }
    return pixels;
  }

  /** Finds out the neighbourhood under each pixel, where the camera has moved. */
  private lay(grid: Grid): void {
    const key = JSON.stringify(grid);
    if (this.groundFor === key) return;
    this.groundFor = key;
    this.ground = groundOf(this.outlines, grid);
    if (this.pixels.length !== grid.width * grid.height) this.pixels = new Uint32Array(grid.width * grid.height);
  }

  private press(dot: Stamp, x: number, y: number, colour: number, part: number, grid: Grid): void {
    const left = Math.ceil(x - dot.half - 0.5);
    const top = Math.ceil(y - dot.half - 0.5);
    const right = Math.ceil(x + dot.half - 0.5);
    const bottom = Math.ceil(y + dot.half - 0.5);
    if (right <= 0 || bottom <= 0 || left >= grid.width || top >= grid.height) return;
    const { pixels } = this;
    const edges = dot.edges?.[phase(x - left, dot.half) * (PHASES + 1) + phase(y - top, dot.half)];
    for (let down = Math.max(top, 0); down < Math.min(bottom, grid.height); down++) {
      for (let across = Math.max(left, 0); across < Math.min(right, grid.width); across++) {
        const shown = edges ? (part * edges[(down - top) * dot.across + across - left]) >> 8 : part;
        const at = down * grid.width + across;
        pixels[at] = over(pixels[at], colour, shown);
      }
    }
  }
}

/** The shape of a dot: half its width, and, where it is round, how much of each of its pixels it covers (0–256) by where in a pixel its middle lies. */
interface Stamp {
  half: number;
  across: number;
  edges: Uint16Array[] | null;
}

/** Parts of a pixel in which a dot's middle may lie. */
const PHASES = 8;

const phase = (middle: number, half: number): number => Math.round((middle - half + 0.5) * PHASES);

/** Stamps made, by size: the camera changes it, the day does not. */
const stamps = new Map<number, Stamp>();

function stamp(size: number): Stamp {
  const known = stamps.get(size);
  if (known) return known;
  if (stamps.size > 16) stamps.clear();
  const made = shape(size);
  stamps.set(size, made);
  return made;
}

function shape(size: number): Stamp {
  const half = size / 2;
  const across = Math.ceil(size) + 1;
  if (size <= ROUND_ABOVE) return { half, across, edges: null };
  const edges: Uint16Array[] = [];
  for (let right = 0; right <= PHASES; right++) {
    for (let down = 0; down <= PHASES; down++) {
      const covers = new Uint16Array(across * across);
      for (let y = 0; y < across; y++) {
        for (let x = 0; x < across; x++) {
          const out = ((x + 1 - half - right / PHASES) / half) ** 2 + ((y + 1 - half - down / PHASES) / half) ** 2;
          const t = Math.min(Math.max((out - 0.7) / 0.3, 0), 1);
          covers[y * across + x] = 256 * (1 - t * t * (3 - 2 * t));
        }
      }
      edges.push(covers);
    }
  }
  return { half, across, edges };
}

/** Colour and part for each day's byte, of those who are no pupils and then of pupils. */
function coloursByState(paint: number, weight: number): Float64Array {
  const all = new Float64Array(2 * 512);
  for (let i = 0; i < 512; i++) {
    const state = i & 255;
    const mode = (state >> 2) & 7;
    let colour: Rgb = CATEGORY[state & 3];
    let emphasis = (state & 3) === 3 ? 0.25 : 1;
    if (paint === Paint.School) {
      const pupil = i > 255 && mode !== 0;
      colour = pupil ? MODE[mode] : FAINT;
      emphasis = pupil ? 1 : 0.12;
    } else if (paint === Paint.Travel) {
      const shown = (state & WALKED_ERRAND) !== 0 && mode !== 2 ? 1 : mode;
      colour = MODE[shown];
      emphasis = shown === 0 || shown === 5 ? 0.15 : 1;
    }
    all[2 * i] = pixel(colour);
    all[2 * i + 1] = parts(emphasis, weight);
  }
  return all;
}

const parts = (emphasis: number, weight: number): number => Math.round(256 * emphasis * weight);

/** A pixel under so many 256ths of another. */
function over(under: number, colour: number, part: number): number {
  const rest = 256 - part;
  const redBlue = ((Math.imul(under & 0xff00ff, rest) + Math.imul(colour & 0xff00ff, part)) >>> 8) & 0xff00ff;
  const green = ((((under >> 8) & 255) * rest + ((colour >> 8) & 255) * part) >> 8) & 255;
  return (OPAQUE | redBlue | (green << 8)) >>> 0;
}

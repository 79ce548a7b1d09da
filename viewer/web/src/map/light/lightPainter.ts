import { drawing, paletteOf, rgb, type LightView } from '../../model/look';
import type { Outline } from '../../protocol/decode';
import { blur, fieldOf, rowOf, type Field } from './field';
import { findChanged, litStates, PUPIL, type Changed } from './changed';
import { paintGround } from './ground';
import type { Sight } from './sight';
import { encoded, LIGHT, noise, ToneTable } from './tone';

/** A resident drawn by themselves. */
export interface Disc {
  x: number;
  y: number;
  radius: number;
  colour: string;
  alpha: number;
  /** Radius of the light about it; 0 for none. */
  glow: number;
}

/** People of the nine places. */
const PEOPLE = 2_700_000;

/** Everybody as a quiet light, once a camera; whoever lives the day differently over it, every day. */
export class LightPainter {
  private key = '';
  private quiet: Float32Array = new Float32Array(0);
  /** Noise of each pixel. */
  private grain: Float32Array = new Float32Array(0);
  private still = new Uint8ClampedArray(0);
  private found: Changed = { gained: new Uint32Array(0), lost: new Uint32Array(0) };
  private foundOf: unknown[] = [];
  /** People whom one resident stands for: a smaller world has the same towns. */
  private readonly each: number;

  constructor(
    private readonly xy: Uint16Array, private readonly facts: Uint8Array, private readonly places: Outline[], private readonly hoods: Outline[],
    private readonly hoodOf: (row: number) => number, private readonly placeOf: (row: number) => number,
  ) {
    this.each = Math.max(1, PEOPLE / Math.max(1, facts.length));
  }

  /** Rows lit in the last picture. */
  lit = 0;

  /** Residents to be drawn one by one, from close enough: whoever changed, and from a street's distance pupils too. */
  discs(sight: Sight, view: LightView, plan: Uint8Array | null, without: Uint8Array | null): Disc[] {
    const { discs } = drawing;
    const k = sight.pixelsPerKm / sight.unit;
    if (k < discs.from || view.hoods) return [];
    const palette = paletteOf(view.theme);
    const list: Disc[] = [];
    const [sx, ox, sy, oy] = sight.grid;
    const add = (row: number, radius: number, colour: string, alpha: number, glow: number): boolean => {
      const x = this.xy[2 * row] * sx + ox;
      const y = this.xy[2 * row + 1] * sy + oy;
      if (x < -20 || y < -20 || x > sight.width + 20 || y > sight.height + 20) return false;
      list.push({ x, y, radius: radius * sight.unit, colour, alpha: alpha * fadeAt(view.fade, x), glow: glow * sight.unit });
      return true;
    };
    if (k >= discs.street && plan && without) {
      const is = litStates(view.lit);
      for (let row = 0; row < this.facts.length; row++) {
        if ((this.facts[row] & PUPIL) === 0) continue;
        const either = is[plan[row]] && is[without[row]];
        add(row, either ? discs.walksRadius : discs.childRadius, either ? palette.street.walks : palette.street.child, either ? discs.walksAlpha : 1, 0);
      }
    }
    const grown = k >= discs.street ? discs.changedRadius : discs.radius[0] + (discs.radius[1] - discs.radius[0]) * Math.min(1, (k - discs.from) / (discs.street - discs.from));
    this.lit = 0;
    for (const [rows, colour] of [[this.found.lost, palette.against], [this.found.gained, palette.street.changed]] as const) {
      for (const row of rows) if (add(row, grown, colour, 1, k >= discs.street ? discs.glowRadius : discs.halo * grown)) this.lit++;
    }
    return list;
  }

  paint(sight: Sight, view: LightView, plan: Uint8Array | null, without: Uint8Array | null): ImageData {
    const key = [sight.key, view.theme, view.fade, view.only].join();
    if (key !== this.key) {
      this.key = key;
      this.paintQuiet(sight, view);
    }
    if (plan && without && view.tells && !same(this.foundOf, [plan, without, view.lit])) {
      this.foundOf = [plan, without, view.lit];
      this.found = findChanged(view.lit, this.facts, plan, without);
    }
    const { width, height } = sight;
    if (view.hoods) return new ImageData(this.paintValues(sight, view, view.hoods), width, height);
    const pixels = new Uint8ClampedArray(this.still);
    this.lit = this.found.gained.length + this.found.lost.length;
    // From close by they are drawn one by one.
    if (sight.pixelsPerKm / sight.unit >= drawing.discs.from) return new ImageData(pixels, width, height);
    const strength = view.tells ? 1 : drawing.changed.noSchool;
    const palette = paletteOf(view.theme);
    this.light(pixels, sight, view, this.found.lost, palette.against, palette.against, strength);
    this.light(pixels, sight, view, this.found.gained, palette.amber, palette.hot, strength);
    return new ImageData(pixels, width, height);
  }

  /** The picture of a day on which nobody lives differently: in light for the dark wall, and as bytes. */
  private paintQuiet(sight: Sight, view: LightView): void {
    const { width, height } = sight;
    const { everybody } = drawing;
    const k = sight.pixelsPerKm / sight.unit;
    const base = paintGround(sight, view.theme, this.places, this.hoods, view.only).data;
    const cells = this.count(sight, null, view.only);
    const sigma = Math.min(Math.max(everybody.sigmaPerPixelsPerKm * k, everybody.sigmaMin), everybody.sigmaMax) * sight.unit;
    const fields = [blur(cells, sigma), blur(cells, everybody.countrySigma * sigma), blur(cells, everybody.townSigma * sigma)];
    const perHectare = this.each * (sight.pixelsPerKm / 10) ** 2;
    const dark = view.theme === 'dark';
    const street = k >= drawing.discs.street;
    const { haze } = drawing.discs;
    const tones = new ToneTable(street ? haze.from : everybody.toneFrom, street ? haze.to : everybody.toneTo, (level) =>
      street ? haze.strength * (dark ? 1 : 3) * level ** haze.exponent : dark ? everybody.dark.strength * level ** everybody.dark.exponent : Math.min(1, level ** everybody.light.exponent));
    const palette = paletteOf(view.theme);
    const colour = rgb(palette.everybody);
    const ground = rgb(palette.ground);
    const rows = fields.map(() => new Float32Array(width));
    this.quiet = new Float32Array(width * height * 3);
    this.grain = new Float32Array(width * height);
    this.still = new Uint8ClampedArray(width * height * 4);
    for (let y = 0; y < height; y++) {
      const [core, glow, town] = fields.map((field, f) => rowOf(field, y, rows[f]));
      for (let x = 0; x < width; x++) {
        const i = y * width + x;
        const t = Math.min(Math.max((town[x] * perHectare) / everybody.townDensity, 0), 1);
        const density = perHectare * (t * core[x] + (1 - t) * (everybody.countryCore * core[x] + everybody.countryGlow * glow[x]));
        const level = density > 0 ? tones.at(density) : 0;
        const shown = fadeAt(view.fade, x);
        const grain = (this.grain[i] = 2 * drawing.dither * noise(x, y));
        for (let c = 0; c < 3; c++) {
          const under = base[4 * i + c];
          // Dark: light is added, in light. Light: ink is laid over, in the picture's own values.
          const value = dark ? LIGHT[under] + LIGHT[colour[c]] * level : under + (colour[c] - under) * level;
          this.quiet[3 * i + c] = value;
          const byte = dark ? encoded(value) : value;
          this.still[4 * i + c] = ground[c] + (byte - ground[c]) * shown + grain;
        }
        this.still[4 * i + 3] = 255;
      }
    }
  }

  /** Neighbourhoods' colours through the people who live there: the mean colour of a cell's residents, so that empty land stays dark. */
  private paintValues(sight: Sight, view: LightView, colours: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
    const { width, height, unit } = sight;
    const { values } = drawing;
    const fields = [0, 1, 2, 3].map(() => fieldOf(width, height));
    const [sx, ox, sy, oy] = sight.grid;
    const { xy } = this;
    for (let row = 0; row < xy.length / 2; row++) {
      const x = Math.floor(xy[2 * row] * sx + ox);
      const y = Math.floor(xy[2 * row + 1] * sy + oy);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const i = y * width + x;
      const hood = this.hoodOf(row) * 3;
      fields[0].data[i]++;
      for (let c = 0; c < 3; c++) fields[c + 1].data[i] += colours[hood + c];
    }
    const blurred = fields.map((field) => blur(field, values.sigma * unit));
    const perHectare = this.each * (sight.pixelsPerKm / 10) ** 2;
    const floor = values.floor[view.theme];
    const alpha = new ToneTable(values.toneFrom, values.toneTo, (level) => floor + (1 - floor) * Math.min(1, values.gain * level ** values.exponent));
    const pixels = new Uint8ClampedArray(this.still);
    const ground = rgb(paletteOf(view.theme).ground);
    const rows = blurred.map(() => new Float32Array(width));
    const dark = view.theme === 'dark';
    for (let y = 0; y < height; y++) {
      const [count, red, green, blue] = blurred.map((field, f) => rowOf(field, y, rows[f]));
      for (let x = 0; x < width; x++) {
        if (count[x] * perHectare < 0.02) continue;
        const i = y * width + x;
        const share = alpha.at(count[x] * perHectare);
        const shown = fadeAt(view.fade, x);
        for (let c = 0; c < 3; c++) {
          const colour = [red, green, blue][c][x] / count[x];
          const quiet = this.quiet[3 * i + c];
          const under = dark ? encoded(quiet) : quiet;
          pixels[4 * i + c] = ground[c] + (under + (colour - under) * share - ground[c]) * shown + this.grain[i];
        }
      }
    }
    return pixels;
  }

  /** Lights some rows over the quiet picture, in one colour. */
  private light(pixels: Uint8ClampedArray, sight: Sight, view: LightView, rows: Uint32Array, colour: string, core: string, strength: number): void {
    if (rows.length === 0) return;
    const { width, height, unit } = sight;
    const { changed } = drawing;
    const cells = this.count(sight, rows, view.only);
    const [f0, f1, f2] = changed.sigma.map((sigma) => blur(cells, sigma * unit));
    const perHectare = this.each * (sight.pixelsPerKm / 10) ** 2;
    const q = quietAt(sight.pixelsPerKm / unit);
    const dark = view.theme === 'dark';
    const table = (range: number[], of?: (level: number) => number): ToneTable => new ToneTable(range[0] * q, range[1] * q, of);
    const { dark: mix } = changed;
    const [near, about, far] = changed.tone;
    // Powers are looked up: a picture has half a million pixels with light on them.
    const [core0, gain0, hot0] = [table(near), table(near, (level) => mix.a * level ** mix.aExponent), table(near, (level) => mix.hot * level ** mix.hotExponent)];
    const [glow1, haze2] = [table(about), table(far)];
    const light = table(changed.light.tone, (level) => changed.light.a * level ** changed.light.aExponent);
    const [paint, hot] = [rgb(colour), rgb(core)];
    const ground = rgb(paletteOf(view.theme).ground);
    const [paintRed, paintGreen, paintBlue] = dark ? paint.map((byte) => LIGHT[byte]) : paint;
    const [hotRed, hotGreen, hotBlue] = hot.map((byte) => LIGHT[byte]);
    const [groundRed, groundGreen, groundBlue] = ground;
    const shownAt = Float32Array.from({ length: width }, (_, x) => fadeAt(view.fade, x));
    const [r0, r1, r2] = [0, 1, 2].map(() => new Float32Array(width));
    const { quiet, grain } = this;
    for (let y = 0; y < height; y++) {
      const h0 = rowOf(f0, y, r0);
      const h1 = rowOf(f1, y, r1);
      const h2 = rowOf(f2, y, r2);
      for (let x = 0; x < width; x++) {
        const density1 = h1[x];
        if (h2[x] < 1e-7 && density1 < 1e-6) continue;
        const i = y * width + x;
        const density0 = h0[x] * perHectare;
        const b = glow1.at(density1 * perHectare);
        const shown = shownAt[x];
        let red: number, green: number, blue: number;
        if (dark) {
          const dim = Math.min(Math.max(core0.at(density0) + mix.dimB * b, 0), mix.dim) * strength;
          const gain = (gain0.at(density0) + mix.b * b + mix.c * haze2.at(h2[x] * perHectare)) * strength;
          const glow = hot0.at(density0) * strength;
          const left = 1 - dim;
          red = encoded(quiet[3 * i] * left + paintRed * gain + hotRed * glow);
          green = encoded(quiet[3 * i + 1] * left + paintGreen * gain + hotGreen * glow);
          blue = encoded(quiet[3 * i + 2] * left + paintBlue * gain + hotBlue * glow);
        } else {
          const share = Math.min(1, light.at(density0) + changed.light.b * b) * strength;
          red = quiet[3 * i] + (paintRed - quiet[3 * i]) * share;
          green = quiet[3 * i + 1] + (paintGreen - quiet[3 * i + 1]) * share;
          blue = quiet[3 * i + 2] + (paintBlue - quiet[3 * i + 2]) * share;
        }
        pixels[4 * i] = groundRed + (red - groundRed) * shown + grain[i];
        pixels[4 * i + 1] = groundGreen + (green - groundGreen) * shown + grain[i];
        pixels[4 * i + 2] = groundBlue + (blue - groundBlue) * shown + grain[i];
      }
    }
  }

  /** Residents a cell: of all rows, or of some; of one place, or of all. */
  private count(sight: Sight, rows: Uint32Array | null, only: number): Field {
    const field = fieldOf(sight.width, sight.height);
    const { data, width, height } = field;
    const [sx, ox, sy, oy] = sight.grid;
    const { xy } = this;
    const length = rows ? rows.length : xy.length / 2;
    const dim = drawing.borders.othersDim;
    for (let n = 0; n < length; n++) {
      const row = rows ? rows[n] : n;
      const x = Math.floor(xy[2 * row] * sx + ox);
      const y = Math.floor(xy[2 * row + 1] * sy + oy);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      data[y * width + x] += only < 0 || this.placeOf(row) === only ? 1 : rows ? 0 : dim;
    }
    return field;
  }
}

const same = (a: unknown[], b: unknown[]): boolean => a.length === b.length && a.every((v, i) => v === b[i]);

/** How much of the map shows at a pixel: nothing behind the text, all of it further right. */
function fadeAt([from, to]: [number, number], x: number): number {
  if (to <= from) return 1;
  const t = Math.min(Math.max((x - from) / (to - from), 0), 1);
  return t * t * (3 - 2 * t);
}

/** How few must have changed for full light: less the closer the camera is. */
function quietAt(pixelsPerKm: number): number {
  const stops = drawing.changed.quiet;
  const after = stops.findIndex((s) => s.pixelsPerKm >= pixelsPerKm);
  if (after === 0) return stops[0].q;
  if (after < 0) return stops[stops.length - 1].q;
  const [a, b] = [stops[after - 1], stops[after]];
  const t = Math.log(pixelsPerKm / a.pixelsPerKm) / Math.log(b.pixelsPerKm / a.pixelsPerKm);
  return a.q + (b.q - a.q) * t;
}

import { ALL_CATEGORIES, factsOf, type Filter } from '../../model/filter';
import { Paint } from '../../model/layers';
import { drawing, paletteOf } from '../../model/look';
import { css, WALL } from '../../model/palettes';
import type { Outlines, Positions } from '../../protocol/decode';
import type { Hello } from '../../protocol/messages';
import type { Camera } from '../camera';
import { coloursOf, Crowd, groundColours, type Grid, type Shows } from './crowd';
import { Dots } from './dots';
import { HoodBoxes } from '../hoodBoxes';
import { LightPainter } from '../light/lightPainter';
import { Sight } from '../light/sight';
import { Renderer } from '../card/renderer';
import { CHANGED, cellsOf, DENSITY_ABOVE, dotOf, FILL_ALPHA, hoodsOf, UNCHANGED, type View } from '../view';

/** Close by no more residents are drawn than about so many. */
const SAMPLE = 200_000;

/** Pictures of what lies over the residents that are kept: borders and schools for each half of a comparison. */
const KEPT = 4;

/**
 * Pictures of the map that the processor paints: the ground and residents, in cells far out and as dots close by. Borders and
 * marks are drawn once by a software renderer, and laid over them until the camera moves. A renderer that drew everything would
 * be read back for every picture, which takes it a tenth of a second.
 */
export class PlainScreen {
  private readonly canvas = new OffscreenCanvas(1, 1);
  private readonly g = plain(this.canvas);
  private readonly cells = new OffscreenCanvas(1, 1);
  private readonly kept = new Map<string, { closed: ReadonlySet<number>; canvas: OffscreenCanvas }>();
  /** Draws borders and marks; made when they are first drawn, so that whoever has no WebGL2 still sees the light. */
  private renderer: Renderer | null = null;
  private lights: LightPainter | null = null;
  private hello: Hello | null = null;
  private positions: Positions | null = null;
  private outlines: Outlines | null = null;
  private closed: ReadonlySet<number> = new Set();
  private boxes: HoodBoxes | null = null;
  private crowd: Crowd | null = null;
  private dots: Dots | null = null;
  private inPicture = 0;
  /** One resident in so many is drawn. */
  private every = 1;
  private readonly states: [Uint8Array | null, Uint8Array | null] = [null, null];
  /** A day on which nobody does anything. */
  private still = new Uint8Array(0);

  /**
   * @param everybody draws no sample, however long that takes: for stills
   * @param lost told when the renderer is taken away, and when it is back
   */
  constructor(private readonly everybody: boolean, private readonly lost: (now: boolean) => void) {}

  /** Residents drawn of an arm in the last picture. */
  get drawn(): number {
    return Math.floor(this.inPicture / this.every);
  }

  /** One resident in so many was drawn. */
  get oneIn(): number {
    return this.every;
  }

  setPopulation(hello: Hello, positions: Positions): void {
    this.hello = hello;
    this.positions = positions;
    this.states.fill(null);
    this.still = hello.mode === 'runs' ? new Uint8Array(positions.residents) : this.still;
    this.boxes = new HoodBoxes(hello, positions);
    this.crowd = this.dots = null;
    this.equip();
  }

  setOutlines(outlines: Outlines): void {
    this.outlines = outlines;
    this.crowd = this.dots = null;
    this.equip();
  }

  setStreets(closed: ReadonlySet<number>): void {
    this.closed = closed;
    this.renderer?.setStreets(closed);
  }

  setStates(arm: number, states: Uint8Array): void {
    this.states[arm] = states;
  }

  /** Begins a picture of a size. */
  begin(width: number, height: number): void {
    for (const canvas of [this.canvas, this.renderer?.canvas]) {
      if (!canvas || canvas.width === width && canvas.height === height) continue;
      canvas.width = width;
      canvas.height = height;
    }
    this.g.fillStyle = css(WALL);
    this.g.fillRect(0, 0, width, height);
  }

  /** Adds a view of one arm. */
  draw(camera: Camera, view: View): void {
    const { hello, boxes } = this;
    if (view.light) {
      this.drawLight(camera, view, view.light);
      return;
    }
    this.gather();
    const { crowd, dots } = this;
    if (!crowd || !dots || !hello || !boxes) return;
    const far = camera.metresPerPixel > DENSITY_ABOVE;
    const { height, width } = this.canvas;
    // One in so many is drawn, the same in both parts of a comparison.
    const whole = boxes.inPicture(camera, { ...view, left: view.middle - width / 2, right: view.middle + width / 2 }, height);
    this.every = far || this.everybody ? 1 : Math.max(1, Math.ceil(whole.residents / SAMPLE));
    const { runs, residents } = boxes.inPicture(camera, view, height);
    this.inPicture = residents;
    this.within(view, () => {
      if (far) this.drawCells(crowd, hello, camera, view);
      else this.drawDots(dots, hello, camera, view, runs);
      this.g.drawImage(this.over(camera, view, 'borders'), 0, 0);
      if (view.schools.shown === 'dots') this.drawStreets(hello, camera, view);
      else if (view.schools.shown === 'all') this.g.drawImage(this.over(camera, view, 'schools'), 0, 0);
    });
  }

  /** Ends the picture and hands it over. */
  end(): ImageBitmap {
    return this.canvas.transferToImageBitmap();
  }

  private drawLight(camera: Camera, view: View, light: NonNullable<View['light']>): void {
    const { hello, positions, outlines } = this;
    if (!hello || !positions || !outlines) return;
    if (!this.lights) {
      const hoods = hoodsOf(hello, positions);
      this.lights = new LightPainter(positions.xy, positions.facts, outlines.places, outlines.neighbourhoods, (row) => hoods[row], (row) => hello.neighbourhoods[hoods[row]].place);
    }
    const { width, height } = this.canvas;
    const box = { west: hello.boxWest, south: hello.boxSouth, size: hello.boxMetres };
    const sight = new Sight(camera, box, width, height, view.middle, view.unit);
    const { g } = this;
    g.putImageData(this.lights.paint(sight, light, this.states[0], this.states[1]), 0, 0, view.left, 0, view.right - view.left, height);
    for (const disc of this.lights.discs(sight, light, this.states[0], this.states[1])) {
      g.fillStyle = disc.colour;
      if (disc.glow > 0) {
        g.globalAlpha = 0.22 * disc.alpha;
        for (const part of [1, 0.7]) {
          g.beginPath();
          g.arc(disc.x, disc.y, disc.glow * part, 0, 2 * Math.PI);
          g.fill();
        }
      }
      g.globalAlpha = disc.alpha;
      g.beginPath();
      g.arc(disc.x, disc.y, disc.radius, 0, 2 * Math.PI);
      g.fill();
    }
    g.globalAlpha = 1;
    if (!light.hoods && sight.pixelsPerKm / sight.unit >= drawing.discs.street) this.drawSchools(hello, sight, light);
    this.inPicture = this.lights.lit;
    this.every = 1;
  }

  /** Schools as rounded squares; where the street is closed to motor traffic, warm and ringed. */
  private drawSchools(hello: Hello, sight: Sight, light: NonNullable<View['light']>): void {
    const { g } = this;
    const { school } = drawing.discs;
    const palette = paletteOf(light.theme);
    const side = school.side * sight.unit;
    hello.schools.forEach(({ x, y }, n) => {
      const [px, py] = sight.ofBox(x, y);
      if (px < light.fade[1] || py < 0 || px > sight.width || py > sight.height) return;
      const closed = this.closed.has(n);
      if (closed) {
        g.beginPath();
        g.arc(px, py, (school.ringMetres / 1000) * sight.pixelsPerKm, 0, 2 * Math.PI);
        g.fillStyle = palette.amber;
        g.globalAlpha = school.fillAlpha;
        g.fill();
        g.globalAlpha = 1;
        g.strokeStyle = palette.street.schoolClosed;
        g.lineWidth = 2 * sight.unit;
        g.setLineDash([6 * sight.unit, 6 * sight.unit]);
        g.stroke();
        g.setLineDash([]);
      }
      g.beginPath();
      g.roundRect(px - side / 2, py - side / 2, side, side, school.corner * sight.unit);
      g.fillStyle = closed ? palette.street.schoolClosed : palette.street.school;
      g.strokeStyle = palette.ground;
      g.lineWidth = 2 * sight.unit;
      g.stroke();
      g.fill();
    });
  }

  private equipped(): Renderer {
    if (this.renderer) return this.renderer;
    const canvas = new OffscreenCanvas(this.canvas.width, this.canvas.height);
    this.renderer = new Renderer(canvas, true);
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.lost(true);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      this.renderer = new Renderer(canvas, true);
      this.equip();
      this.lost(false);
    });
    this.equip();
    return this.renderer;
  }

  /** Gives the renderer what it draws from. */
  private equip(): void {
    const { renderer, hello, positions, outlines, boxes, closed } = this;
    this.kept.clear();
    this.lights = null;
    if (!renderer) return;
    if (outlines) renderer.setOutlines(outlines);
    if (hello && positions && boxes) renderer.setPopulation(hello, positions, boxes);
    renderer.setStreets(closed);
  }

  private gather(): void {
    const { hello, positions, outlines } = this;
    if (this.crowd || !hello || !positions || !outlines) return;
    const hoods = hoodsOf(hello, positions);
    this.crowd = new Crowd(positions.xy, hoods, positions.facts, outlines.neighbourhoods);
    this.dots = new Dots(positions.xy, hoods, positions.facts, outlines.neighbourhoods);
  }

  private within(view: View, draw: () => void): void {
    const { g } = this;
    g.save();
    g.beginPath();
    g.rect(view.left, 0, view.right - view.left, this.canvas.height);
    g.clip();
    draw();
    g.restore();
  }

  private drawCells(crowd: Crowd, hello: Hello, camera: Camera, view: View): void {
    const { width, height } = this.canvas;
    const { cell, full } = cellsOf(width, height, camera.metresPerPixel);
    const rows = Math.ceil(height / cell);
    const size = camera.scale / cell;
    // As a graphics card has it, cells begin at the lower left; the uppermost may reach out of the picture.
    const grid: Grid = {
      width: Math.ceil(width / cell),
      height: rows,
      scale: [size / 65535, -size / 65535],
      offset: [view.middle / cell - camera.x * size, rows - height / 2 / cell + camera.y * size],
    };
    const colours = coloursOf(view.values, view.scale, view.range, view.dimmed);
    const changes = view.paint === Paint.Change;
    const states = this.states[view.arm];
    const twins = this.states[1 - view.arm];
    const pixels = crowd.paint(
      grid, JSON.stringify([grid, view.filter]), shownBy(view.filter, hello), groundColours(colours, view.fill ? FILL_ALPHA : 0, view.dimmed), colours, changes ? UNCHANGED : 1,
      changes && states && twins ? { states, twins, weight: CHANGED } : null,
      states && view.filter.categories !== ALL_CATEGORIES ? { states, categories: view.filter.categories } : null,
      full,
    );
    const { cells, g } = this;
    if (cells.width !== grid.width || cells.height !== grid.height) {
      cells.width = grid.width;
      cells.height = grid.height;
    }
    plain(cells).putImageData(imageOf(pixels, grid.width, grid.height), 0, 0);
    g.imageSmoothingEnabled = false;
    g.drawImage(cells, 0, height - rows * cell, grid.width * cell, rows * cell);
  }

  private drawDots(dots: Dots, hello: Hello, camera: Camera, view: View, rows: [number, number][]): void {
    const { width, height } = this.canvas;
    const states = this.states[view.arm];
    const size = camera.scale / 65535;
    const grid: Grid = { width, height, scale: [size, -size], offset: [view.middle - camera.x * camera.scale, height / 2 + camera.y * camera.scale] };
    const colours = coloursOf(view.values, view.scale, view.range, view.dimmed);
    // Finished runs have no days of single residents; they are painted by neighbourhood.
    const painted = states || view.paint === Paint.Neighbourhood ? rows : [];
    const pixels = dots.paint(grid, groundColours(colours, view.fill ? FILL_ALPHA : 0, view.dimmed), painted, this.every, shownBy(view.filter, hello), {
      paint: view.paint, states: states ?? this.still, twins: this.states[1 - view.arm], colours, dimmed: view.dimmed, categories: view.filter.categories,
      ...dotOf(camera, view, this.every),
    });
    // What is put does not heed the half that is drawn in.
    this.g.putImageData(imageOf(pixels, width, height), 0, 0, view.left, 0, view.right - view.left, height);
  }

  /** School streets, which change from day to day: white dots with a dark rim, as a graphics card draws them. */
  private drawStreets(hello: Hello, camera: Camera, view: View): void {
    if (!view.schools.streets) return;
    const { g } = this;
    for (const [radius, colour] of [[view.schools.size / 2, 'rgb(11 18 30 / 0.85)'], [view.schools.size / 2 - 0.7, 'rgb(237 242 250)']] as const) {
      g.fillStyle = colour;
      g.beginPath();
      for (const school of this.closed) {
        const [x, y] = camera.toPixel(hello.schools[school].x / 65535, hello.schools[school].y / 65535, view.middle * 2, this.canvas.height);
        g.moveTo(x + radius, y);
        g.arc(x, y, radius, 0, 2 * Math.PI);
      }
      g.fill();
    }
  }

  /** What lies over the residents, drawn anew only when it has changed: with the camera, with what is pointed at, with the school streets, but not with the day. */
  private over(camera: Camera, view: View, what: 'borders' | 'schools'): OffscreenCanvas {
    const { width, height } = this.canvas;
    const about = what === 'borders' ? [view.selected, view.marked] : [view.schools];
    const key = JSON.stringify([what, camera, width, height, view.left, view.right, view.middle, view.unit, about]);
    const known = this.kept.get(key);
    if (known && (what === 'borders' || known.closed === this.closed)) return known.canvas;
    if (!known && this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value as string);
    const renderer = this.equipped();
    renderer.drawOver(camera, view, what);
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d', { willReadFrequently: true })?.drawImage(renderer.canvas, 0, 0);
    this.kept.set(key, { closed: this.closed, canvas });
    return canvas;
  }
}

/** What the processor draws with: nothing is read back from a renderer. */
function plain(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const g = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!g) throw new Error('This browser has no canvas.');
  return g;
}

const imageOf = (pixels: Uint32Array, width: number, height: number): ImageData =>
  new ImageData(new Uint8ClampedArray(pixels.buffer as ArrayBuffer, 0, pixels.byteLength), width, height);

/** By neighbourhood, the fixed facts of residents whom a filter shows; null where it shows nobody. */
function shownBy(filter: Filter, hello: Hello): Shows {
  const { mask, value } = factsOf(filter);
  const passes = Uint8Array.from({ length: 256 }, (_, facts) => ((filter.ages >> (facts & 7)) & 1 && (facts & mask) === value ? 1 : 0));
  return (hood) => {
    const { decile, place } = hello.neighbourhoods[hood];
    return (filter.deciles >> decile) & 1 && (filter.place < 0 || filter.place === place) ? passes : null;
  };
}

import type { Viewer } from '../model/viewer.svelte';
import { Costs } from '../model/costs';
import { markSize, schoolsShown, type SchoolsShown } from '../model/schools';
import type { PageCounters, Stage } from '../model/stage';
import type { Frame, Outlines, Positions } from '../protocol/decode';
import type { Hello } from '../protocol/messages';
import { between, Camera } from './camera';
import { Sight } from './light/sight';
import { CardScreen } from './card/cardScreen';
import { describe } from './card/gl';
import { HoodBoxes } from './hoodBoxes';
import { Painter } from './painter/painter';
import { hoodAt, residentAt, schoolAt } from './picking';
import { cannotDraw, type Screen, type ScreenNews } from './screen';
import { boundsOf } from './shapes';
import { DENSITY_ABOVE } from './view';
import { viewsOf, type Area } from './views';

const FLIGHT_MS = 900;

/** Without a graphics card, while days hurry past: least and most from one picture to the next. */
const RESTED_MS = 220;
const LONGEST_REST_MS = 600;

/** As many times as long as a picture took to paint is waited with the next: the days have most of the processor. */
const RESTS = 4;

/** A guest's, while days pass: a hundred phones that took every picture would take the network, and the days. */
const GUEST_MS = 2000;

/** Pixels of the type for which marks are designed; on larger screens both grow. */
const SMALLEST_TYPE = 16;

/** Metres about a school that are shown when somebody asks for it. */
const SCHOOL_REACH = 700;

/** Keeps the map's canvas up to date; draws only when something changed. */
export class MapController implements Stage {
  camera = new Camera(1);
  readonly counters: PageCounters = { renderer: '', residents: 0, drawn: 0, frames: 0, frameBytes: 0, bytes: 0, busy: new Costs(), graphics: new Costs() };
  type = SMALLEST_TYPE;
  private canvas: HTMLCanvasElement | null = null;
  private screen: Screen | null = null;
  /** Device pixels of the pictures drawn from now on. */
  private width = 0;
  private height = 0;
  private hello: Hello | null = null;
  private positions: Positions | null = null;
  private outlines: Outlines | null = null;
  private wanted = false;
  /** Whether a picture is being drawn. */
  private drawing = false;
  private credit = false;
  private flight: { from: Camera; to: Camera; began: number } | null = null;
  private afterDraw: (() => void)[] = [];
  private homed = false;
  /** What was fitted to the picture, and whether it is all there is. */
  private fitted: { box: [number, number, number, number]; whole: boolean } | null = null;
  private centres: [number, number][] = [];
  private spent = 0;
  /** Milliseconds that the last picture took to paint. */
  private painted = 0;
  /** The timer of the picture that is to be asked for, 0 when none is. */
  private owed = 0;
  /** When a picture was last asked for. */
  private asked = 0;
  private boxes: HoodBoxes | null = null;
  private sized = false;
  private streetsShown: ReadonlySet<number> | null = null;
  /** Device pixels for what is a CSS pixel at the smallest type. */
  private unit = 1;

  constructor(private readonly viewer: Viewer) {}

  /** Called once the page has a canvas. */
  attach(canvas: HTMLCanvasElement): void {
    this.canvas = canvas;
    try {
      this.screen = screenOn(canvas, this.viewer.explore, {
        trouble: (words) => (this.viewer.broken = words),
        stale: () => this.invalidate(),
      });
    } catch (error) {
      this.viewer.broken = cannotDraw((error as Error).message);
      return;
    }
    this.counters.renderer = this.screen.name;
    if (this.outlines) this.setOutlines(this.outlines);
    if (this.hello && this.positions && this.boxes) this.screen.setPopulation(this.hello, this.positions, this.boxes);
    // A page that was exported has its day before it has a canvas.
    const { frame } = this.viewer;
    if (frame?.states.some((s) => s !== null && s.length > 0)) this.screen.setStates(frame.states);
    this.invalidate();
  }

  /** Has something done after every drawing; what is returned ends that. */
  onDraw(action: () => void): () => void {
    this.afterDraw.push(action);
    return () => (this.afterDraw = this.afterDraw.filter((a) => a !== action));
  }

  setOutlines(outlines: Outlines): void {
    this.outlines = outlines;
    this.screen?.setOutlines(outlines);
  }

  setPopulation(hello: Hello, positions: Positions): void {
    this.hello = hello;
    this.positions = positions;
    this.centres = [];
    this.boxes = new HoodBoxes(hello, positions);
    this.streetsShown = null;
    if (!this.homed) this.camera = new Camera(hello.boxMetres);
    this.screen?.setPopulation(hello, positions, this.boxes);
    this.counters.residents = positions.residents;
    if (!this.homed) this.home(false);
    this.invalidate();
  }

  setFrame(frame: Frame): void {
    this.counters.frameBytes = frame.bytes;
    this.screen?.setStates(frame.states);
    this.credit = true;
    this.counters.bytes += frame.bytes;
    this.invalidate();
  }

  charge(began: number): void {
    this.spent += performance.now() - began;
  }

  resized(): void {
    this.sized = false;
    this.invalidate();
  }

  invalidate(): void {
    if (this.wanted) return;
    this.wanted = true;
    // While a picture is being drawn no other is begun: what changes meanwhile is in the next.
    if (!this.drawing) requestAnimationFrame(() => this.tick());
  }

  /** Shows all nine places. */
  home(fly = true): void {
    if (!this.outlines || !this.canvas) return;
    this.homed = true;
    this.goTo(this.union(this.outlines.places.map(boundsOf)), fly, true);
  }

  /** Shows a place, or so many times closer to its middle. */
  flyToPlace(place: number, closer = 1): void {
    const outline = this.outlines?.places[place];
    if (!outline) return;
    const [west, south, east, north] = boundsOf(outline);
    const x = (west + east) / 2;
    const y = (south + north) / 2;
    this.goTo([x + (west - x) / closer, y + (south - y) / closer, x + (east - x) / closer, y + (north - y) / closer], true);
  }

  flyToHood(hood: number): void {
    const outline = this.outlines?.neighbourhoods[hood];
    if (outline) this.goTo(boundsOf(outline), true);
  }

  toStreet(): void {
    const { viewer, boxes, hello } = this;
    if (!boxes || !hello) return;
    // The neighbourhood chosen, or the one with the largest change, counted in people.
    const sizes = viewer.shown.changes.map((c, n) => (Number.isFinite(c.value) ? Math.abs(c.value) * hello.neighbourhoods[n].residents : 0));
    const hood = viewer.hood >= 0 ? viewer.hood : Math.max(0, sizes.indexOf(Math.max(0, ...sizes)));
    const [x, y] = [boxes.middles[2 * hood], boxes.middles[2 * hood + 1]];
    const reach = (450 / hello.boxMetres) * 65535;
    this.goTo([x - reach, y - reach, x + reach, y + reach], true);
  }

  refit(): void {
    if (this.fitted) this.goTo(this.fitted.box, false, this.fitted.whole);
  }

  zoom(factor: number): void {
    const area = this.area();
    this.camera.zoomAt(factor, area.middle, area.height / 2, area.middle * 2, area.height);
    this.moved();
  }

  zoomAt(factor: number, px: number, py: number): void {
    const area = this.area();
    this.camera.zoomAt(factor, px, py, area.middle * 2, area.height);
    this.moved();
  }

  panBy(dx: number, dy: number): void {
    this.camera.panBy(dx, dy);
    this.moved();
  }

  /** Neighbourhood under a device pixel, −1 outside. */
  hoodAt(px: number, py: number): number {
    return this.outlines ? hoodAt(this.outlines.neighbourhoods, ...this.quantised(px, py)) : -1;
  }

  /** Resident nearest to a device pixel, −1 when none stands within twelve pixels. */
  residentAt(px: number, py: number): number {
    return this.positions ? residentAt(this.positions, ...this.quantised(px, py), Math.max(this.reach(12), 3)) : -1;
  }

  flyToSchool(school: number): void {
    const at = this.hello?.schools[school];
    if (!at) return;
    const reach = (SCHOOL_REACH / (this.hello?.boxMetres ?? 1)) * 65535;
    this.goTo([at.x - reach, at.y - reach, at.x + reach, at.y + reach], true);
  }

  schoolAt(px: number, py: number): number {
    const { shown, size } = this.schools();
    if (shown === 'none' || !this.hello) return -1;
    const isShown = (school: number): boolean => shown === 'all' || this.viewer.shown.closedStreets.has(school);
    return schoolAt(this.hello.schools, ...this.quantised(px, py), this.reach(Math.max(size, 8 * this.unit)), isShown);
  }

  hoodMiddles(): Float32Array {
    return this.boxes?.middles ?? new Float32Array(0);
  }

  /** Middle of each place's residents: reads better than the middle of the outline, which may be farmland or sea. */
  placeCentres(): [number, number][] {
    if (this.centres.length === 0 && this.hello && this.boxes) {
      const { middles } = this.boxes;
      const sums = this.hello.places.map(() => [0, 0, 0]);
      this.hello.neighbourhoods.forEach((n, i) => {
        sums[n.place][0] += middles[2 * i] * n.residents;
        sums[n.place][1] += middles[2 * i + 1] * n.residents;
        sums[n.place][2] += n.residents;
      });
      this.centres = sums.map((s) => [s[0] / Math.max(1, s[2]), s[1] / Math.max(1, s[2])]);
    }
    return this.centres;
  }

  /** Device pixel of a quantised position in the first picture. */
  pixelOf(x: number, y: number): [number, number] {
    const area = this.area();
    return this.camera.toPixel(x / 65535, y / 65535, area.middle * 2, area.height);
  }

  pixelOfMetres(east: number, north: number): [number, number] {
    const { hello } = this;
    const area = this.area();
    if (!hello) return [0, 0];
    return new Sight(this.camera, { west: hello.boxWest, south: hello.boxSouth, size: hello.boxMetres }, area.width, area.height, area.middle, 1).ofMetres(east, north);
  }

  /** Where the camera stands, or is flying to; null where it shows everything. */
  get stand(): { x: number; y: number; pixelsPerKm: number } | null {
    if (this.fitted?.whole) return null;
    const { x, y, scale, boxMetres } = this.flight?.to ?? this.camera;
    return { x, y, pixelsPerKm: ((scale / boxMetres) * 1000 * 1080) / Math.max(1, this.height) };
  }

  standAt(stand: { x: number; y: number; pixelsPerKm: number } | null): void {
    if (!stand) {
      if (!this.fitted?.whole) this.home();
      return;
    }
    const to = new Camera(this.hello?.boxMetres ?? 1);
    to.x = stand.x;
    to.y = stand.y;
    to.scale = (stand.pixelsPerKm * this.height * to.boxMetres) / 1_080_000;
    this.fitted = null;
    this.start(to, true);
  }

  pixelOfResident(row: number): [number, number] {
    const xy = this.positions?.xy;
    return xy ? this.pixelOf(xy[2 * row], xy[2 * row + 1]) : [0, 0];
  }

  get metresPerPixel(): number {
    return this.camera.metresPerPixel;
  }

  get canvasElement(): HTMLCanvasElement | null {
    return this.canvas;
  }

  get software(): boolean {
    return this.screen?.software ?? false;
  }

  get idle(): boolean {
    return !this.wanted && !this.drawing;
  }

  private schools(): { shown: SchoolsShown; size: number } {
    const metres = this.camera.metresPerPixel * this.unit;
    return { shown: schoolsShown(this.viewer.schoolsWanted, this.viewer.layerId, metres), size: markSize(metres) * this.unit };
  }

  private tick(): void {
    this.wanted = false;
    this.drawing = true;
    const began = performance.now();
    const paid = this.credit;
    this.credit = false;
    this.resize();
    if (this.flight) {
      const t = Math.min(1, (began - this.flight.began) / FLIGHT_MS);
      between(this.camera, this.flight.from, this.flight.to, t);
      if (t >= 1) this.flight = null;
      else this.invalidate();
    }
    let picture = Promise.resolve();
    if (this.screen && this.hello && this.viewer.hello) {
      this.paint(this.screen);
      picture = this.screen.show();
    }
    this.charge(began);
    void picture.then(() => this.drawn(paid));
  }

  /** A picture is on the page; `paid` when it is the first of a frame. */
  private drawn(paid: boolean): void {
    const began = performance.now();
    this.drawing = false;
    this.counters.drawn = this.screen?.drawn ?? 0;
    this.viewer.inView = this.counters.drawn;
    this.viewer.drawnOneIn = this.screen?.oneIn ?? 1;
    this.viewer.arms.choose();
    for (const action of this.afterDraw) action();
    this.charge(began);
    if (paid) {
      this.counters.frames++;
      this.painted = this.screen?.takeSpent() ?? 0;
      this.askAfter(this.rest());
      this.counters.busy.add(this.spent);
      this.counters.graphics.add(this.painted);
      this.spent = 0;
    }
    if (this.wanted) requestAnimationFrame(() => this.tick());
  }

  /** Milliseconds until the next picture is asked for: while days hurry past, a picture drawn without a graphics card is taken from them. */
  private rest(): number {
    const { viewer } = this;
    const apart = !viewer.playing ? 0 : viewer.hello?.guest ? GUEST_MS : viewer.resting ? Math.min(Math.max(RESTED_MS, RESTS * this.painted), LONGEST_REST_MS) : 0;
    return Math.max(0, apart - (performance.now() - this.asked));
  }

  private askAfter(rest: number): void {
    this.owed = window.setTimeout(() => this.ask(), rest);
  }

  /** Asks for the next picture now, where one has been drawn and the next was to wait. */
  ask(): void {
    if (this.owed === 0) return;
    clearTimeout(this.owed);
    this.owed = 0;
    this.asked = performance.now();
    this.viewer.send('ready');
  }

  private paint(screen: Screen): void {
    const { viewer } = this;
    viewer.far = this.camera.metresPerPixel > DENSITY_ABOVE;
    const schools = this.schools();
    const views = viewsOf(viewer, this.area(), this.unit, schools);
    if (views.length === 0) return;
    viewer.schoolsShown = schools.shown;
    if (this.streetsShown !== viewer.shown.closedStreets) {
      this.streetsShown = viewer.shown.closedStreets;
      screen.setStreets(viewer.shown.closedStreets);
    }
    screen.clear();
    for (const view of views) screen.draw(this.camera, view);
  }

  /** The size of pictures, and where the middle of the first one's camera lies. */
  private area(): Area {
    const { width, height } = this;
    return { width, height, middle: this.viewer.compare === 'side' ? width / 4 : width / 2 };
  }

  /** Device pixels that something lying on the map takes up at its edge. */
  private covered(selector: string, side: 'width' | 'height'): number {
    const canvas = this.canvas;
    const size = canvas?.parentElement?.querySelector(selector)?.getBoundingClientRect()[side] ?? 0;
    return canvas ? (size + 16) * (this.width / Math.max(1, canvas.clientWidth)) : 0;
  }

  /** The quantised position under a device pixel, in whichever picture it lies. */
  private quantised(px: number, py: number): [number, number] {
    const { width, height, middle } = this.area();
    const second = this.viewer.compare === 'side' && px > width / 2;
    const [x, y] = this.camera.toBox(second ? px - width / 2 : px, py, middle * 2, height);
    return [x * 65535, y * 65535];
  }

  /** So many device pixels, quantised. */
  private reach(pixels: number): number {
    return (pixels / this.camera.scale) * 65535;
  }

  private goTo(box: [number, number, number, number], fly: boolean, whole = false): void {
    const area = this.area();
    this.fitted = { box, whole };
    const to = new Camera(this.hello?.boxMetres ?? 1);
    if (!this.viewer.explore) {
      const ratio = this.width / Math.max(1, this.canvas?.clientWidth ?? 1);
      const { left, top, right, bottom } = this.viewer.free;
      to.within(box.map((v) => v / 65535) as [number, number, number, number], this.width, this.height, [left * ratio, top * ratio, this.width - right * ratio, this.height - bottom * ratio], whole ? 0.94 : 0.8);
      this.start(to, fly);
      return;
    }
    // Two maps of everything side by side leave no room beside the legend, so that they stand above it.
    const side = this.viewer.compare === 'side';
    to.fit(
      box.map((v) => v / 65535) as [number, number, number, number], area.middle * 2, area.height, this.covered('.picker', 'height'),
      side ? 0 : this.covered('.legend', 'width'), side && whole ? this.covered('.legend', 'height') : 0,
    );
    this.start(to, fly);
  }

  private start(to: Camera, fly: boolean): void {
    if (fly && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const from = new Camera(1);
      from.copyFrom(this.camera);
      this.flight = { from, to, began: performance.now() };
    } else {
      this.flight = null;
      this.camera.copyFrom(to);
    }
    if (!this.viewer.explore) this.viewer.lead.tell();
    this.invalidate();
  }

  private moved(): void {
    this.fitted = null;
    this.flight = null;
    this.viewer.lead.tell();
    this.invalidate();
  }

  private resize(): void {
    const canvas = this.canvas;
    if (!canvas || this.sized) return;
    this.sized = true;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    this.type = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.unit = (ratio * this.type) / SMALLEST_TYPE;
    const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
    const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
    if (this.width !== width || this.height !== height) {
      const factor = Math.min(width / this.width, height / this.height);
      const first = this.width === 0;
      this.width = width;
      this.height = height;
      this.screen?.resize(width, height);
      // What was fitted to the window is fitted to the new one; what somebody moved stays in proportion.
      if (first && this.outlines) this.home(false);
      else if (this.fitted) this.refit();
      else if (!first) this.camera.scale *= factor;
    }
  }

  private union(boxes: [number, number, number, number][]): [number, number, number, number] {
    return [
      Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1])),
      Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3])),
    ];
  }
}

/** A painter where software would stand in for a graphics card, which is told by its name, unless the address asks for a card all the same. */
function screenOn(canvas: HTMLCanvasElement, explore: boolean, news: ScreenNews): Screen {
  const asked = new URLSearchParams(location.search);
  // Light is painted beside the page on every machine, by the same hand: no graphics card is asked for, and none is missed.
  if (!explore) return new Painter(canvas, 'the processor', asked.has('still'), news);
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) throw new Error('This browser has no WebGL2.');
  const { name, software } = describe(gl);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return software && !asked.has('card') ? new Painter(canvas, name, asked.has('still'), news) : new CardScreen(canvas, name, news);
}

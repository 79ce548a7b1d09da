import type { Costs } from './costs';
import type { Frame, Outlines, Positions } from '../protocol/decode';
import type { Hello } from '../protocol/messages';

/** Figures about the page itself, for notes and tests. */
export interface PageCounters {
  renderer: string;
  residents: number;
  drawn: number;
  /** Frames that are, or were, on the page. */
  frames: number;
  frameBytes: number;
  /** Bytes of all frames. */
  bytes: number;
  /** Main-thread milliseconds from one picture to the next: reading messages, counting, updating panels and charts, uploading, drawing. */
  busy: Costs;
  /** Milliseconds of drawing alone: with a card they were spent in calls to its driver and are among those above, else beside the main thread. */
  graphics: Costs;
}

/** The map as the rest of the page knows it: what it is given, where it can be sent, what can be asked of it. */
export interface Stage {
  readonly counters: PageCounters;
  readonly canvasElement: HTMLCanvasElement | null;
  readonly metresPerPixel: number;
  /** Whether there is no graphics card. */
  readonly software: boolean;
  /** Whether what is on the page is all that there is to draw now. */
  readonly idle: boolean;
  /** CSS pixels of the page's type. */
  readonly type: number;
  attach(canvas: HTMLCanvasElement): void;
  setOutlines(outlines: Outlines): void;
  setPopulation(hello: Hello, positions: Positions): void;
  setFrame(frame: Frame): void;
  /** Asks for the next picture at once, where one is waited with. */
  ask(): void;
  /** Counts main-thread time, from a moment to now, to the next picture. */
  charge(began: number): void;
  /** The canvas or the type may have another size. */
  resized(): void;
  /** Asks for a new picture. */
  invalidate(): void;
  /** Has something done after every drawing; what is returned ends that. */
  onDraw(action: () => void): () => void;
  home(fly?: boolean): void;
  flyToPlace(place: number, closer?: number): void;
  flyToHood(hood: number): void;
  /** Goes to where most has changed, close enough to see single residents. */
  toStreet(): void;
  /** Fits what was shown into the picture again: a comparison may have made it narrower. */
  refit(): void;
  zoom(factor: number): void;
  zoomAt(factor: number, px: number, py: number): void;
  panBy(dx: number, dy: number): void;
  /** Neighbourhood under a device pixel, −1 outside. */
  hoodAt(px: number, py: number): number;
  /** Resident nearest to a device pixel, −1 when none stands near. */
  residentAt(px: number, py: number): number;
  /** School whose mark lies under a device pixel, −1 when there is none. */
  schoolAt(px: number, py: number): number;
  /** Where a school stands is shown from close by. */
  flyToSchool(school: number): void;
  /** Middle of each neighbourhood's residents, quantised: x, y, x, y … */
  hoodMiddles(): Float32Array;
  /** Middle of each place's residents, quantised. */
  placeCentres(): [number, number][];
  /** Device pixel of a place in metres from the model's origin. */
  pixelOfMetres(east: number, north: number): [number, number];
  /** Where the camera stands: over the box, and pixels a kilometre for a picture 1,080 lines high; null for the whole region. */
  readonly stand: { x: number; y: number; pixelsPerKm: number } | null;
  /** Stands where another camera stands. */
  standAt(stand: { x: number; y: number; pixelsPerKm: number } | null): void;
  /** Device pixel of a quantised position in the first picture. */
  pixelOf(x: number, y: number): [number, number];
}

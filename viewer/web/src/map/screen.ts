import type { Outlines, Positions } from '../protocol/decode';
import type { Hello } from '../protocol/messages';
import type { Camera } from './camera';
import type { HoodBoxes } from './hoodBoxes';
import type { View } from './view';

/** What pictures of the map are drawn on: by a graphics card, or by a painter who has none. */
export interface Screen {
  /** Who draws, in the browser's words. */
  readonly name: string;
  readonly software: boolean;
  /** Residents drawn of an arm in the picture shown last. */
  readonly drawn: number;
  /** One resident in so many was drawn. */
  readonly oneIn: number;
  setOutlines(outlines: Outlines): void;
  setPopulation(hello: Hello, positions: Positions, boxes: HoodBoxes): void;
  /** Takes the schools whose street is closed on the day to be shown. */
  setStreets(closed: ReadonlySet<number>): void;
  /** Takes a day of the arms that were sent; their bytes may be gone afterwards. */
  setStates(states: readonly [Uint8Array | null, Uint8Array | null]): void;
  /** The next pictures have this size, device pixels. */
  resize(width: number, height: number): void;
  /** Begins a picture. */
  clear(): void;
  /** Adds a view of one arm to it. */
  draw(camera: Camera, view: View): void;
  /** Ends the picture; done when it is on the page. No other may be begun before. */
  show(): Promise<void>;
  /** Milliseconds spent in drawing since the last call: within calls to the graphics driver, or by the painter, beside the page. */
  takeSpent(): number;
}

/** What a screen tells of itself. */
export interface ScreenNews {
  /** What drew is gone, or comes back: words for the reader, empty when all is well. */
  trouble(words: string): void;
  /** The last picture is no longer right, or there: it must be drawn anew. */
  stale(): void;
}

/** Why no picture can be drawn here, and what to do. */
export const cannotDraw = (why: string): string =>
  `${why} Open the page in a current Chrome, Edge or Firefox with hardware acceleration on. Curves, tables and levers work meanwhile.`;

export const CARD_LOST = 'The graphics card was taken away for a moment. The picture comes back by itself; if it does not, reload the page.';

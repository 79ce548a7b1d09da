import type { Outlines, Positions } from '../../protocol/decode';
import type { Hello } from '../../protocol/messages';
import type { View } from '../view';

/** One view of a picture, and the camera's fields. */
export interface Draw {
  camera: { boxMetres: number; x: number; y: number; scale: number };
  view: View;
}

/** What the page tells its painter, who works in a thread of its own. */
export type Errand =
  | { do: 'begin'; /** Draws no sample, however long that takes: for stills. */ everybody: boolean }
  | { do: 'outlines'; outlines: Outlines }
  | { do: 'population'; hello: Hello; positions: Positions }
  | { do: 'streets'; closed: ReadonlySet<number> }
  | { do: 'states'; states: readonly [Uint8Array | null, Uint8Array | null] }
  | { do: 'picture'; width: number; height: number; draws: Draw[] };

/** What the painter answers: a picture, or words about one that cannot be painted, empty when it can again. */
export type Answer =
  | { is: 'picture'; picture: ImageBitmap; drawn: number; oneIn: number; spent: number }
  | { is: 'trouble'; words: string };

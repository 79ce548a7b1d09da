import type { Answer, FigureColumns, Hello, WallView } from './messages';

/** What an exported page carries instead of a connection. */
export interface Embedded {
  hello: Hello;
  figures: FigureColumns;
  /** Outlines, positions, levers, the day on screen and weeks as the host sent them, each base64. */
  messages: string[];
  /** What is said of weeks, and of the day that was on screen. */
  answers: Answer[];
  /** The view that was exported. */
  opens: OpenedOn;
  /** The plan as it stood, as a file; and one line that says which run this is. */
  scenario: string;
  identity: string;
}

/** What an exported page opens on. */
export interface OpenedOn {
  /** Day of the horizon. */
  day: number;
  /** Kind of that day. */
  school: string;
  /** Whether single residents are known of that day. */
  single: boolean;
  view: WallView;
  /** What who looks closer had chosen; null for the wall with its levers. */
  explore: { layer: string; compare: string; tab: string; indicator: string } | null;
}

export function base64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/** The bytes of a base64 text. */
export function bytesOf(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
}

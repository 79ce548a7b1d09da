import type { FigureColumns, Hello } from './messages';

/** What an exported page carries instead of a connection. */
export interface Embedded {
  hello: Hello;
  figures: FigureColumns;
  /** Outlines, positions and weeks as the host sent them, each base64. */
  messages: string[];
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

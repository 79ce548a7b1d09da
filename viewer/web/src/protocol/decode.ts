import { Kind, PROTOCOL_VERSION, type HelloNeighbourhood } from './messages';

export interface Positions {
  residents: number;
  xy: Uint16Array;
  facts: Uint8Array;
}

/** One indicator of one arm and week, by neighbourhood. */
export interface NeighbourhoodWeek {
  day: number;
  arm: number;
  name: string;
  values: Float32Array;
  counts: Float32Array;
}

/** Rings of one outline: x, y, x, y … */
export type Outline = Uint16Array[];

export interface Outlines {
  neighbourhoods: Outline[];
  places: Outline[];
}

export interface Frame {
  sequence: number;
  day: number;
  fields: number;
  /** Counts of each arm, field by field within a neighbourhood. */
  tallies: [Uint16Array, Uint16Array];
  /** One byte a resident for each arm that was asked for; empty once it has been handed to a painter. */
  states: [Uint8Array | null, Uint8Array | null];
  bytes: number;
}

/** Residents of a neighbourhood who have a position: in a page that was exported those are a sample. */
export const placed = (hood: HelloNeighbourhood & { placed?: number }): number => hood.placed ?? hood.residents;

/** A message that is not what the protocol says. */
export class ProtocolError extends Error {}

/** Kind of a binary message, after its header has been checked. */
export function kindOf(message: ArrayBuffer): number {
  const bytes = new Uint8Array(message);
  if (bytes.length < 4 || bytes[0] !== 0x53 || bytes[1] !== 0x56) {
    throw new ProtocolError('What came is not a viewer message.');
  }
  if (bytes[2] !== PROTOCOL_VERSION) {
    throw new ProtocolError(`The host speaks protocol ${bytes[2]} and this page ${PROTOCOL_VERSION}: reload the page.`);
  }
  return bytes[3];
}

export function readJson<T>(message: ArrayBuffer): T {
  return JSON.parse(new TextDecoder().decode(new Uint8Array(message, 4))) as T;
}

export function readPositions(message: ArrayBuffer): Positions {
  const residents = new DataView(message).getUint32(4, true);
  if (message.byteLength !== 8 + residents * 5) {
    throw new ProtocolError('The positions are incomplete: reload the page.');
  }
  return {
    residents,
    xy: new Uint16Array(message, 8, residents * 2),
    facts: new Uint8Array(message, 8 + residents * 4, residents),
  };
}

export function readOutlines(message: ArrayBuffer): Outlines {
  const view = new DataView(message);
  let at = 4;
  const list = (): Outline[] => {
    const count = view.getUint32(at, true);
    at += 4;
    const outlines: Outline[] = [];
    for (let i = 0; i < count; i++) {
      const rings = view.getUint16(at, true);
      at += 2;
      const outline: Outline = [];
      for (let r = 0; r < rings; r++) {
        const points = view.getUint16(at, true);
        outline.push(new Uint16Array(message, at + 2, points * 2));
        at += 2 + points * 4;
      }
      outlines.push(outline);
    }
    return outlines;
  };
  return { neighbourhoods: list(), places: list() };
}

export function readFrame(message: ArrayBuffer): Frame {
  const view = new DataView(message);
  const arms = view.getUint8(12);
  const fields = view.getUint8(13);
  const neighbourhoods = view.getUint16(14, true);
  const residents = view.getUint32(16, true);
  const counts = neighbourhoods * fields;
  const body = 20 + counts * 4;
  const both = arms === 3;
  if (message.byteLength !== body + residents * (both ? 2 : arms === 0 ? 0 : 1)) {
    throw new ProtocolError('A frame is incomplete: reload the page.');
  }
  const first = arms === 0 ? null : new Uint8Array(message, body, residents);
  const second = both ? new Uint8Array(message, body + residents, residents) : null;
  return {
    sequence: view.getInt32(4, true),
    day: view.getInt32(8, true),
    fields,
    // A copy: the message itself is handed on to whoever draws residents.
    tallies: [new Uint16Array(message.slice(20, 20 + counts * 2)), new Uint16Array(message.slice(20 + counts * 2, body))],
    states: arms === 2 ? [null, first] : [first, second],
    bytes: message.byteLength,
  };
}

export function readNeighbourhoodWeek(message: ArrayBuffer): NeighbourhoodWeek {
  const view = new DataView(message);
  const length = view.getUint8(9);
  const neighbourhoods = view.getUint16(10, true);
  const at = 12 + length;
  return {
    day: view.getInt32(4, true),
    arm: view.getUint8(8),
    name: new TextDecoder().decode(new Uint8Array(message, 12, length)).trim(),
    values: new Float32Array(message, at, neighbourhoods),
    counts: new Float32Array(message, at + neighbourhoods * 4, neighbourhoods),
  };
}

export { Kind };

import earcut from 'earcut';
import type { Outline } from '../protocol/decode';

/** Outlines as line segments: x, y pairs, two a segment. A border that two outlines share is one segment. */
export function segments(outlines: Outline[]): Uint16Array {
  const known = new Map<number, number[]>();
  const lines: number[] = [];
  for (const outline of outlines) {
    for (const ring of outline) {
      for (let i = 0; i < ring.length; i += 2) {
        const j = (i + 2) % ring.length;
        const from = ring[i] * 65536 + ring[i + 1];
        const to = ring[j] * 65536 + ring[j + 1];
        const [low, high] = from < to ? [from, to] : [to, from];
        const onward = known.get(low) ?? [];
        if (from === to || onward.includes(high)) continue;
        known.set(low, [...onward, high]);
        lines.push(ring[i], ring[i + 1], ring[j], ring[j + 1]);
      }
    }
  }
  return Uint16Array.from(lines);
}

/** Outlines as triangles, with the outline's index at every corner. */
export function triangles(outlines: Outline[]): { xy: Uint16Array; owner: Uint16Array } {
  const xy: number[] = [];
  const owner: number[] = [];
  outlines.forEach((outline, index) => {
    for (const [outer, holes] of polygons(outline)) {
      const flat: number[] = [...outer];
      const starts: number[] = [];
      for (const hole of holes) {
        starts.push(flat.length / 2);
        flat.push(...hole);
      }
      for (const corner of earcut(flat, starts)) {
        xy.push(flat[2 * corner], flat[2 * corner + 1]);
        owner.push(index);
      }
    }
  });
  return { xy: Uint16Array.from(xy), owner: Uint16Array.from(owner) };
}

/** Whether a point of the quantised box lies within an outline. */
export function contains(outline: Outline, x: number, y: number): boolean {
  let inside = false;
  for (const ring of outline) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1];
      const yj = ring[j + 1];
      if (yi > y !== yj > y && x < ((ring[j] - ring[i]) * (y - yi)) / (yj - yi) + ring[i]) inside = !inside;
    }
  }
  return inside;
}

export function boundsOf(outline: Outline): [number, number, number, number] {
  const box: [number, number, number, number] = [65535, 65535, 0, 0];
  for (const ring of outline) {
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]);
      box[1] = Math.min(box[1], ring[i + 1]);
      box[2] = Math.max(box[2], ring[i]);
      box[3] = Math.max(box[3], ring[i + 1]);
    }
  }
  return box;
}

// A ring that begins inside the last outer ring is a hole of it; any other begins a polygon of its own.
function polygons(outline: Outline): [Uint16Array, Uint16Array[]][] {
  const list: [Uint16Array, Uint16Array[]][] = [];
  for (const ring of outline) {
    const last = list[list.length - 1];
    if (last && contains([last[0]], ring[0] + 0.5, ring[1] + 0.5)) last[1].push(ring);
    else list.push([ring, []]);
  }
  return list;
}

import { markSize } from '../model/schools';
import type { Viewer } from '../model/viewer.svelte';

/** Closer than this, metres a pixel at the smallest type, neighbourhoods are named; closer still, schools. */
const HOODS_BELOW = 12;
const SCHOOLS_BELOW = 7;
const MOST = 60;
const SMALLEST_TYPE = 16;

export type LabelKind = 'place' | 'hood' | 'school';

export interface Label {
  id: string;
  kind: LabelKind;
  text: string;
  /** Middle of the text, pixels of the picture asked for. */
  x: number;
  y: number;
}

/** Size and weight of each kind of label, relative to the page's type. */
export const LABEL_TYPE: Record<LabelKind, { size: number; weight: number; colour: string }> = {
  place: { size: 1.05, weight: 650, colour: '#eef3fb' },
  hood: { size: 0.82, weight: 550, colour: '#b3c0d6' },
  school: { size: 0.82, weight: 500, colour: '#eef3fb' },
};

interface Candidate { id: string; kind: LabelKind; text: string; x: number; y: number; below: number }

/** Names of what the picture shows, without any that would lie on another: places first, then neighbourhoods and schools by size. */
export class LabelLayout {
  private readonly ink = document.createElement('canvas').getContext('2d');
  private readonly widths = new Map<string, number>();
  private hoods: number[] = [];
  private schools: number[] = [];
  private order: object | null = null;

  constructor(private readonly viewer: Viewer) {}

  /**
   * @param type pixels of the page's type in the picture
   * @param ratio device pixels of the map for each pixel of the picture
   */
  place(type: number, ratio: number): Label[] {
    const canvas = this.viewer.map.canvasElement;
    const hello = this.viewer.hello;
    if (!canvas || !hello) return [];
    this.sort();
    const width = canvas.width / ratio;
    const height = canvas.height / ratio;
    const panes = this.viewer.compare === 'side' ? [[0, width / 2], [width / 2, width]] : [[0, width]];
    const placed: Label[] = [];
    panes.forEach(([left, right], pane) => {
      const boxes: [number, number, number, number][] = [];
      for (const c of this.candidates(type, ratio)) {
        const half = this.widthOf(c, type) / 2;
        const tall = LABEL_TYPE[c.kind].size * type * 0.62;
        const x = c.x + left;
        if (x < left || x > right || c.y < 0 || c.y > height) continue;
        // A label slides in from the edge of its picture rather than being cut.
        const at = Math.min(Math.max(x, left + half + 4), right - half - 4);
        const tries = c.kind === 'place' ? [0, -1.9 * tall, 1.9 * tall] : [c.below];
        const y = tries.map((dy) => c.y + dy).find((free) => boxes.every((b) => at - half > b[2] || at + half < b[0] || free - tall > b[3] || free + tall < b[1]));
        if (y === undefined) continue;
        boxes.push([at - half - 4, y - tall, at + half + 4, y + tall]);
        placed.push({ id: `${c.id} ${pane}`, kind: c.kind, text: c.text, x: at, y });
        if (placed.length >= MOST * (pane + 1)) break;
      }
    });
    return placed;
  }

  private candidates(type: number, ratio: number): Candidate[] {
    const { viewer } = this;
    const hello = viewer.hello as NonNullable<typeof viewer.hello>;
    const metres = viewer.map.metresPerPixel * ratio * (type / SMALLEST_TYPE);
    const at = (x: number, y: number): { x: number; y: number } => {
      const [px, py] = viewer.map.pixelOf(x, y);
      return { x: px / ratio, y: py / ratio };
    };
    const list: Candidate[] = viewer.map.placeCentres().map(([x, y], i) => ({ id: `p${i}`, kind: 'place', text: hello.places[i], below: 0, ...at(x, y) }));
    if (metres < HOODS_BELOW) {
      const middles = viewer.map.hoodMiddles();
      for (const n of this.hoods) list.push({ id: `n${n}`, kind: 'hood', text: hello.neighbourhoods[n].name, below: 0, ...at(middles[2 * n], middles[2 * n + 1]) });
    }
    if (metres < SCHOOLS_BELOW && viewer.schoolsShown === 'all') {
      const below = markSize(metres) * 1.5;
      for (const s of this.schools) list.push({ id: `s${s}`, kind: 'school', text: hello.schools[s].name, below, ...at(hello.schools[s].x, hello.schools[s].y) });
    }
    return list;
  }

  // The order never depends on the camera: what is named does not flicker while the map moves.
  private sort(): void {
    const hello = this.viewer.hello;
    if (!hello || this.order === hello) return;
    this.order = hello;
    this.hoods = hello.neighbourhoods.map((_, n) => n).sort((a, b) => hello.neighbourhoods[b].residents - hello.neighbourhoods[a].residents);
    this.schools = hello.schools.map((_, s) => s).sort((a, b) => hello.schools[b].pupils - hello.schools[a].pupils);
  }

  private widthOf(label: Candidate, type: number): number {
    const { size, weight } = LABEL_TYPE[label.kind];
    const key = `${weight} ${label.text}`;
    let width = this.widths.get(key);
    if (width === undefined && this.ink) {
      this.ink.font = `${weight} 100px 'Inter Variable', sans-serif`;
      width = this.ink.measureText(label.text).width / 100;
      this.widths.set(key, width);
    }
    return (width ?? 0) * size * type;
  }
}

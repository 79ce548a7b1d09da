import map from '../../../look/map/map.json';
import { drawing } from '../model/look';

/** Something that may be named on the map. */
export interface Candidate {
  text: string;
  /** Pixels of the picture. */
  x: number;
  y: number;
  priority: number;
  kind: 'city' | 'place' | 'outside' | 'water' | 'area';
}

/** A name and where it stands: the middle of its text. */
export interface Name extends Candidate {
  width: number;
  height: number;
}

export type Rect = [left: number, top: number, right: number, bottom: number];

const overlap = (a: Rect, b: Rect): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/**
 * Names that find room, the most important first; the same by hand and by machine. Those that find none are left out.
 * @param sizeOf width and height of a name's text
 * @param taken boxes that are not free: the text column, panels
 * @param unit pixels for what is a pixel at 1,080 lines
 */
export function placeNames(candidates: Candidate[], sizeOf: (c: Candidate) => [number, number], width: number, height: number, taken: Rect[], unit: number): Name[] {
  const { labels } = drawing;
  const [clear, edge, beside] = [labels.clear, labels.edge, labels.beside].map((n) => n * unit);
  const used = [...taken];
  const placed: Name[] = [];
  let [inside, outside] = [0, 0];
  const sorted = [...candidates].sort((a, b) => b.priority - a.priority || a.text.localeCompare(b.text));
  for (const candidate of sorted) {
    const [w, h] = sizeOf(candidate);
    if (candidate.kind === 'outside' ? outside >= labels.outside : candidate.kind !== 'water' && inside >= labels.inside) continue;
    const { x, y } = candidate;
    // Water is wide: its name may stand somewhat to a side. A town's stands at its point, or else as near as it can.
    const middles: [number, number][] = candidate.kind === 'water'
      ? [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3].map((share) => [x + share * w, y])
      : [[x, y], [x, y - h * 0.8], [x, y + h * 0.8], [x + w / 2 + beside, y], [x - w / 2 - beside, y], [x, y + h * 0.8 + clear], [x, y - h * 0.8 - clear]];
    const at = middles.find(([mx, my]) => {
      const own: Rect = [mx - w / 2, my - h / 2, mx + w / 2, my + h / 2];
      if (own[0] < edge || own[1] < edge || own[2] > width - edge || own[3] > height - edge) return false;
      const wide: Rect = [own[0] - clear, own[1] - clear, own[2] + clear, own[3] + clear];
      return used.every((box) => !overlap(wide, box));
    });
    if (!at) continue;
    used.push([at[0] - w / 2, at[1] - h / 2, at[0] + w / 2, at[1] + h / 2]);
    placed.push({ ...candidate, x: at[0], y: at[1], width: w, height: h });
    if (candidate.kind === 'outside') outside++;
    else inside++;
  }
  return placed;
}

/** Towns and waters that a camera so close may name. */
export function townCandidates(pixelsPerKm: number, home: boolean, pixelOf: (east: number, north: number) => [number, number]): Candidate[] {
  const { labels } = drawing;
  const towns = map.towns.filter((town) => (home ? town.place === null || labels.home.includes(town.name) : town.residents >= labels.townResidents || pixelsPerKm >= 100));
  return towns.map((town) => {
    const [x, y] = pixelOf(town.x, town.y);
    const within = town.place !== null;
    return {
      text: town.name, x, y,
      priority: town.name === labels.first ? Infinity : town.residents * (within ? labels.priorityInside : labels.priorityOutside),
      kind: town.name === labels.city ? 'city' : within ? 'place' : 'outside',
    };
  });
}

/** The name that people use for a neighbourhood: of its middle-layer area where the data has it. */
export const commonName = (name: string): string => (map.neighbourhoods as Record<string, string>)[name.replace(/[A-Z]$/, '')] ?? name;

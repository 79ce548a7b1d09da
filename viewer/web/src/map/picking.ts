import type { Outline, Positions } from '../protocol/decode';
import type { ViewSchool } from '../protocol/messages';
import { contains } from './shapes';

/** Neighbourhood about a point, quantised; −1 outside. */
export const hoodAt = (hoods: Outline[], x: number, y: number): number => hoods.findIndex((outline) => contains(outline, x, y));

/** Resident nearest to a point within a reach, −1 when there is none. */
export function residentAt({ xy }: Positions, x: number, y: number, reach: number): number {
  let best = reach * reach;
  let found = -1;
  for (let i = 0; i < xy.length; i += 2) {
    const dx = xy[i] - x;
    const dy = xy[i + 1] - y;
    const d = dx * dx + dy * dy;
    if (d < best) {
      best = d;
      found = i / 2;
    }
  }
  return found;
}

/** Of the schools that are shown, the one nearest to a point within a reach, −1 when there is none. */
export function schoolAt(schools: ViewSchool[], x: number, y: number, reach: number, isShown: (school: number) => boolean): number {
  let best = reach * reach;
  let found = -1;
  schools.forEach((school, i) => {
    const d = (school.x - x) ** 2 + (school.y - y) ** 2;
    if (d < best && isShown(i)) {
      best = d;
      found = i;
    }
  });
  return found;
}

import type { ViewSchool, ClosedStreet } from '../protocol/messages';
import type { LayerId } from './layers';

/** Further out than this, metres a pixel, schools would cover the map: school streets are dots, and only on the layer that asks about them. */
const SCHOOLS_BELOW = 24;

export type SchoolsShown = 'all' | 'dots' | 'none';

/** Which schools the map shows from this far away. */
export function schoolsShown(wanted: boolean, layer: LayerId, metresPerPixel: number): SchoolsShown {
  return !wanted ? 'none' : metresPerPixel < SCHOOLS_BELOW ? 'all' : layer === 'school' ? 'dots' : 'none';
}

/** Pixels across a school's mark: larger from close by, never so small that it cannot be seen from the back row. */
export const markSize = (metresPerPixel: number): number => Math.min(Math.max(90 / metresPerPixel, 4), 14);

/** Schools whose street is closed to motor traffic on a day of the horizon. */
export function closedOn(streets: ClosedStreet[], day: number): Set<number> {
  return new Set(streets.filter((s) => s.from <= day && (s.to === undefined || day < s.to)).map((s) => s.school));
}

/** The street of one school on a day, in words; empty when the scenario leaves it alone. */
export function streetWords(streets: ClosedStreet[], school: number, day: number): string {
  const mine = streets.filter((s) => s.school === school);
  if (mine.length === 0) return '';
  if (closedOn(mine, day).size > 0) return 'School street in force: no motor traffic at drop-off and pick-up';
  return mine.some((s) => s.from > day) ? 'School street to come' : 'School street has ended';
}

/** A school in words. */
export const describeSchool = (school: ViewSchool): string =>
  `${school.phase.charAt(0).toUpperCase()}${school.phase.slice(1)} school, ${school.pupils.toLocaleString('en-GB')} pupils`;

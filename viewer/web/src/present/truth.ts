import { longDate, momentOf } from '../model/dates';
import type { Viewer } from '../model/viewer.svelte';

/** What everything that is taken away says of itself, so that nobody takes it for another run. */
export interface Truth {
  /** The plan's name; where levers were pulled it says so. */
  title: string;
  date: string;
  /** Levers as they stand, a line each. */
  levers: string[];
  /** Pulls so far, a line each. */
  pulls: string[];
  /** Who can be told from whom: chance, plan, residents, program. */
  identity: string;
  /** The scenario as a file; empty where the host has none. */
  scenario: string;
}

/** The plan's name, as it stands. */
export const titleOf = (viewer: Viewer): string => `${viewer.hello?.about.title ?? 'Simulation'}${viewer.pulls.length > 0 ? ', changed' : ''}`;

/** Name of a file of the run: what it shows, and of which day. */
export const fileName = (viewer: Viewer, ending: string): string =>
  `${titleOf(viewer).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${viewer.status?.shownDate ?? ''}.${ending}`;

/** One line that says which plan, residents and program this was, and with which chance. */
export function identityOf(viewer: Viewer): string {
  const { hello } = viewer;
  if (!hello) return '';
  const known = hello.provenance;
  const parts = [`chance ${hello.about.seed}`, hello.about.population];
  if (known) parts.push(`plan ${known.scenarioHash.slice(0, 12)}`, `residents ${known.populationHash.slice(0, 12)}`, `program ${known.engine}`);
  return parts.join(' · ');
}

/** All of it. */
export async function truthOf(viewer: Viewer): Promise<Truth> {
  const { status } = viewer;
  return {
    title: titleOf(viewer),
    date: status ? longDate(momentOf(status.shownDate)) : '',
    levers: viewer.levers.map((lever) => `${lever.title}: ${lever.on ? lever.fields.filter((f) => f.unit !== 'date').map((f) => `${f.title.toLowerCase()} ${Math.round(f.value * 100) / 100}${f.unit === '%' ? '%' : f.unit && f.unit !== 'switch' ? ` ${f.unit}` : ''}`).join(', ') : 'off'}`),
    pulls: viewer.pulls.map((pull) => `day ${pull.day}: ${pull.title}`),
    identity: identityOf(viewer),
    scenario: await viewer.keepsakes.scenarioText(),
  };
}

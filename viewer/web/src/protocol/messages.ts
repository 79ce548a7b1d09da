/** What the host sends; viewer/docs/protocol.md is the reference. */

export const PROTOCOL_VERSION = 1;

export const Kind = {
  Hello: 1,
  Positions: 2,
  Outlines: 3,
  Frame: 4,
  Figures: 5,
  Status: 6,
  Notice: 7,
  Resident: 8,
  Scenario: 9,
  NeighbourhoodWeek: 10,
} as const;

export interface Neighbourhood {
  code: string;
  name: string;
  place: number;
  decile: number;
  residents: number;
  /** Residents who have a position, where those are a sample: in a page that was exported. */
  placed?: number;
}

/** Residents of a neighbourhood who have a position. */
export const placed = (hood: Neighbourhood): number => hood.placed ?? hood.residents;

export interface School {
  name: string;
  phase: string;
  x: number;
  y: number;
  pupils: number;
}

export interface About {
  title: string;
  baseline: string;
  population: string;
  seed: number;
  start: string;
}

/** Where the days come from. */
export interface Provenance {
  engine: string;
  scenarioHash: string;
  populationHash: string;
  populationSource: string;
  populationSeed: number;
  seed: number;
}

export interface Hello {
  protocol: number;
  mode: 'live' | 'recording' | 'runs';
  guest: boolean;
  about: About;
  provenance?: Provenance;
  days: number;
  twin: boolean;
  residents: number;
  boxMetres: number;
  /** Where the box begins: metres east and north of the model's origin, as in the look's map. */
  boxWest: number;
  boxSouth: number;
  places: string[];
  neighbourhoods: Neighbourhood[];
  schools: School[];
  tallies: string[];
  story?: Story;
}

export interface LeverField {
  name: string;
  title: string;
  /** May be empty; `switch` for 0 or 1, `date` for a day of the horizon, 1 the first, where the maximum means never. */
  unit: string;
  minimum: number;
  maximum: number;
  value: number;
}

export interface Lever {
  id: string;
  title: string;
  on: boolean;
  fields: LeverField[];
}

/** What a step leaves out is not sent. */
export interface StoryStep {
  title: string;
  caption: string;
  notes: string;
  place?: string;
  zoom?: number;
  layer?: string;
  compare?: string;
  indicator?: string;
  week?: number;
  date?: string;
  play?: number;
}

export interface Story {
  title: string;
  steps: StoryStep[];
}

export interface Status {
  phase: 'warming up' | 'paused' | 'playing' | 'finished' | 'failed';
  /** Recorded days are played backwards. */
  reverse: boolean;
  progress: number;
  date: string;
  day: number;
  shownDay: number;
  shownDate: string;
  speed: number;
  measured: number;
  recorded: number[];
  school: string;
  weather: string;
  message?: string;
}

export interface Notice {
  text: string;
  grave: boolean;
}

export interface CardLine {
  name: string;
  value: string;
}

export interface ResidentCard {
  row: number;
  title: string;
  facts: CardLine[];
  scenario: CardLine[];
  baseline: CardLine[];
  /** The last seven days, oldest first; fewer at the start of a run. */
  week: CardDay[];
}

export interface CardDay {
  date: string;
  kind: string;
  scenario: DayDone;
  baseline: DayDone;
}

/** What a resident did on a day. */
export interface DayDone {
  /** 255 stands for 255 or more; a recording has none. */
  minutes?: number;
  mode: string;
  leisure: boolean;
  errand: boolean;
  /** Which gate stopped or allowed the walk to school; empty for others and on other days. */
  gate: string;
}

export interface FigureColumns {
  arm: number[];
  date: string[];
  name: string[];
  by: string[];
  stratum: string[];
  value: number[];
  count: number[];
}

export interface LeverKind {
  key: string;
  title: string;
  summary: string;
}

/** A street at a school gate that the scenario closes to motor traffic. */
export interface SchoolStreet {
  school: number;
  from: number;
  to?: number;
}

export interface ScenarioMessage {
  kinds?: LeverKind[];
  levers?: Lever[];
  schoolStreets?: SchoolStreet[];
  text?: string;
}

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

/** A turn of a lever, as the host takes it. */
export interface LeverChange {
  id: string;
  on: boolean;
  values: Record<string, number>;
}

/** Written from the host's records by its tests: change those, not this. viewer/docs/protocol.md is the reference. */

export const PROTOCOL_VERSION = 1;

/** Why the host closes a socket. */
export const CloseCode = { WrongCode: 4401, RoomFull: 4429 } as const;

/** Kind of a message: its fourth byte. */
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
  Answer: 11,
  View: 12,
  Room: 13,
  Picture: 14,
} as const;

/** Which of two runs a figure belongs to; the third is half the width of the interval on their difference. */
export const Arm = {
  Scenario: 0,
  Baseline: 1,
  Interval: 2,
} as const;

/** What is being looked at: the first message of every connection. */
export interface Hello {
  /** Version. */
  protocol: number;
  /** Changes with every run that is shown: a page that comes back and finds another begins its curves anew. */
  session: string;
  /** Where the days come from. */
  mode: ShowMode;
  /** True for one who may watch and not steer. */
  guest: boolean;
  /** The scenario. */
  about: ViewAbout;
  /** Where the days come from; null for finished runs. */
  provenance?: Provenance;
  /** Days of the horizon. */
  days: number;
  /** True when a baseline runs beside. */
  twin: boolean;
  /** Number of residents. */
  residents: number;
  /** Width and height of the map's box, metres. */
  boxMetres: number;
  /** Where the box begins: metres east of the origin of the model's plane (53.35° N, 2.75° W). */
  boxWest: number;
  /** Where the box begins: metres north of that origin. */
  boxSouth: number;
  /** Places. */
  places: string[];
  /** Neighbourhoods, in order. */
  neighbourhoods: HelloNeighbourhood[];
  /** Schools. */
  schools: ViewSchool[];
  /** Names of the counts of a frame. */
  tallies: string[];
  /** The catalogue of indicators, in the order of a list. */
  indicators: HelloIndicator[];
  /** The story to present, or null. */
  story?: Story;
  /** Day of the horizon that the presenter's page runs to when it opens: the first weeks with an effect; 0 for none. */
  opening: number;
  /** A character for each day of the horizon: 1 on school days, else 0; empty for finished runs, which have weeks. */
  schoolDays: string;
  /** Whether this client gets pictures of the map in place of residents: a phone that asked for them. */
  pictures: boolean;
  /** Names of the stories that the presenter can turn to; none for guests. */
  stories?: string[];
}

/** Where the run stands. */
export interface RunStatus {
  /** What the run does. */
  phase: RunPhase;
  /** True while recorded days are played backwards. */
  reverse: boolean;
  /** Share of the warm-up done; 1 after it. */
  progress: number;
  /** Day simulated last. */
  date: string;
  /** Days of the horizon simulated. */
  day: number;
  /** Day on screen: Day, or a recorded one. */
  shownDay: number;
  /** Date on screen. */
  shownDate: string;
  /** Days a second asked for. */
  speed: number;
  /** Days a second achieved. */
  measured: number;
  /** Days at which a week ended that can be returned to, and the first and last recorded, ascending. */
  recorded: number[];
  /** Kind of day. */
  school: string;
  /** Weather. */
  weather: string;
  /** Words for the screen, or null. */
  message?: string;
}

/** Words for the screen. */
export interface Notice {
  /** What happened and what to do. */
  text: string;
  /** True when what was asked did not happen. */
  grave: boolean;
}

/** Figures as columns: a third of the bytes of a list of objects. */
export interface FigureColumns {
  arm: number[];
  date: string[];
  name: string[];
  by: string[];
  stratum: string[];
  value: number[];
  count: number[];
}

/** One resident for the screen. */
export interface ResidentCard {
  /** Row in the map. */
  row: number;
  /** One line: who. */
  title: string;
  /** Name and value, in order. */
  facts: CardLine[];
  /** What happened in the scenario: name and value. */
  scenario: CardLine[];
  /** The same in the baseline. */
  baseline: CardLine[];
  /** Seven days up to the one told of, oldest first; fewer at the start of a run. */
  week: CardDay[];
}

/** What is known of the scenario; what is null is left out of the message and stays as it was. */
export interface ScenarioMessage {
  /** Controls as they stand. */
  levers?: LeverView[];
  /** Kinds of intervention that can be added. */
  kinds?: LeverKind[];
  /** Streets closed at school gates. */
  schoolStreets?: ClosedStreet[];
  /** Scenarios of the library that can be opened instead; left out where none can. */
  library?: string[];
  /** Pulls so far, oldest first: each is a flag on the curve. */
  pulls?: Pull[];
  /** What a check warns of in the scenario as it stands, in words. */
  warnings?: string[];
  /** Plans that can be looked at beside one another; left out where there are no more than two. */
  plans?: PlansView;
  /** Key of the indicator that most of its interventions move first: what a page opens on. */
  headline?: string;
  /** The scenario as a file. */
  text?: string;
}

/** What the plan has done, in sentences: what the wall says of the day on screen. */
export interface Answer {
  /** Day of the horizon that it is about. */
  day: number;
  /** Key of the indicator. */
  indicator: string;
  /** The day or the week in words: "Tuesday 9 March 2027", "Week to 14 March 2027". */
  date: string;
  /** The finding. */
  first: AnswerSentence;
  /** What follows it: the poorest fifth, the gap. */
  more: AnswerSentence[];
  /** What became of the gap, in a word or two: "narrows", "lead grows", "can't tell"; empty where there is none. */
  gap: string;
  /** What the curve beside it shows, in words. */
  curve: string;
  /** How many residents the finding is about, in words: "394,000 children". */
  basis: string;
}

/** What the wall shows, so that phones can follow it. */
export interface WallView {
  /** everybody, change, street or plans. */
  view: string;
  /** Key of the indicator that the sentence, the map and the curve are about. */
  indicator: string;
  /** Index of the place that stands alone, or −1. */
  place: number;
  /** Step of the story, or −1. */
  step: number;
  /** Whether it is drawn for a bright room. */
  light: boolean;
  /** Where the camera looks, 0–1 over the map's box; null for the whole region. */
  x?: number;
  /** The same, northwards. */
  y?: number;
  /** How close, for a picture 1,080 pixels high. */
  pixelsPerKm?: number;
  /** Whether nothing is shown for a while but the date. */
  dark: boolean;
}

/** Who is in the room and what it is asked. */
export interface RoomNews {
  /** Phones that watch. */
  guests: number;
  /** Where guests come in; empty when the viewer is not shared. */
  addresses: string[];
  /** What they type there; only the presenter is told. */
  code?: string;
  /** The first address and the code as a QR code: rows of 0 and 1; only the presenter is told. */
  picture?: string[];
  /** What the room is asked, or null. */
  vote?: Vote;
}

/** Where the days come from. */
export type ShowMode = 'live' | 'recording' | 'runs';

/** What is being looked at. */
export interface ViewAbout {
  /** Scenario's name. */
  title: string;
  /** Name of what it is compared with. */
  baseline: string;
  /** One line: where the population came from. */
  population: string;
  /** Seed of the luck. */
  seed: number;
  /** First day of the horizon. */
  start: string;
  /** What the picture holds still that a run would not, in words; null where nothing is. */
  holds?: string;
}

/** Where days came from: who has the same can run them again. */
export interface Provenance {
  /** Version and build of the engine. */
  engine: string;
  /** SHA-256 of the scenario as the run began. */
  scenarioHash: string;
  /** SHA-256 of the residents. */
  populationHash: string;
  /** Figures that they were made from. */
  populationSource: string;
  /** Seed that they were made with. */
  populationSeed: number;
  /** Seed of the luck. */
  seed: number;
}

/** A neighbourhood in the hello message; its residents follow those of the one before. */
export interface HelloNeighbourhood {
  /** Code. */
  code: string;
  /** Name. */
  name: string;
  /** Place index. */
  place: number;
  /** National deprivation decile, 1 = most deprived. */
  decile: number;
  /** Number of residents. */
  residents: number;
}

/** A school on the map. */
export interface ViewSchool {
  /** Name. */
  name: string;
  /** primary, secondary or all-through. */
  phase: string;
  /** 0–65,535 over the map's box. */
  x: number;
  /** 0–65,535 over the map's box. */
  y: number;
  /** Pupils of the population who go there. */
  pupils: number;
}

/** An indicator of the engine's catalogue, as sent. */
export interface HelloIndicator {
  /** Key, as in the messages of figures. */
  key: string;
  /** Short name, for tables. */
  label: string;
  /** Name for a chart or a control. */
  title: string;
  /** share, min/week, cars/day or share difference. */
  unit: string;
  /** 1: more is better, −1: less is better, 0: neither. */
  better: number;
  /** week or 28 days. */
  window: string;
  /** What it is a share or mean of. */
  of: string;
  /** Exactly what is measured. */
  definition: string;
  /** Key of the map's layer that shows it, or null. */
  layer?: string;
}

/** A story that a presenter walks through with one key. */
export interface Story {
  /** Title. */
  title: string;
  /** Steps, at least one. */
  steps: StoryStep[];
}

/** What the run does. */
export type RunPhase = 'warming up' | 'paused' | 'playing' | 'finished' | 'failed';

/** A line of a card. */
export interface CardLine {
  /** What. */
  name: string;
  /** How much, with its unit. */
  value: string;
}

/** One day of one resident. */
export interface CardDay {
  /** The date. */
  date: string;
  /** school day, weekend, bank holiday or school holiday. */
  kind: string;
  /** What they did in the scenario. */
  scenario: DayDone;
  /** What they did in the baseline. */
  baseline: DayDone;
}

/** An intervention as a control. */
export interface LeverView {
  /** Key and position, e.g. school_street[1]. */
  id: string;
  /** For the screen. */
  title: string;
  /** Whether it acts. */
  on: boolean;
  /** What can be turned. */
  fields: LeverField[];
  /** Who delivers it. */
  owner: string;
  /** What is known of it. */
  facts?: LeverFacts;
  /** Key of its kind. */
  kind: string;
  /** Its settings as the plan has them, by field: a lever goes back to them. */
  first?: Record<string, number>;
}

/** A kind of intervention that can be added. */
export interface LeverKind {
  /** Key in scenarios. */
  key: string;
  /** For the screen. */
  title: string;
  /** What it is. */
  summary: string;
}

/** A street at a school gate that is closed to motor traffic at drop-off and pick-up. */
export interface ClosedStreet {
  /** Index of the school in the map. */
  school: number;
  /** First day of the horizon on which it is closed; may lie before the horizon. */
  from: number;
  /** First day on which it is open again, or null. */
  to?: number;
}

/** A pull of a lever. */
export interface Pull {
  /** Day of the horizon from which it acts. */
  day: number;
  /** The lever's title. */
  title: string;
}

/** Plans that are looked at beside one another. */
export interface PlansView {
  /** Index of the plan that is looked at. */
  with: number;
  /** Index of the one that it is compared with. */
  without: number;
  /** All of them; the others are seen against the first. */
  plans: PlanView[];
}

/** One sentence of an answer. */
export interface AnswerSentence {
  /** The sentence without its range and without its full stop. */
  text: string;
  /** The words of it that name those who live differently: they wear their colour; may be empty. */
  lit: string;
  /** How sure it is: "likely 53 to 57", "one run, no range yet"; empty where the sentence says itself that nothing can be told. */
  range: string;
  /** 1 more, −1 fewer, 0 neither or not to be told. */
  sign: number;
  /** Whether that is the way that the plan wants. */
  good: boolean;
}

/** A question to the room. */
export interface Vote {
  /** The question. */
  question: string;
  /** What can be chosen. */
  choices: string[];
  /** How many chose each. */
  counts: number[];
  /** What this phone chose, or −1. */
  mine: number;
  /** Whether it can still be answered. */
  open: boolean;
  /** What the model says, once the presenter tells; null until then. */
  result?: string;
}

/** One step: what the map shows, and what is said. */
export interface StoryStep {
  /** Headline on the wall. */
  title: string;
  /** A sentence below it. */
  caption: string;
  /** For the presenter's own window. */
  notes: string;
  /** Place to fly to, or null for all nine. */
  place?: string;
  /** Times closer than the whole place, or null. */
  zoom?: number;
  /** Map layer, or null to leave it. */
  layer?: string;
  /** off, difference, side or swipe. */
  compare?: string;
  /** Indicator of the curves, or null to leave it. */
  indicator?: string;
  /** Recorded week to show, or null for the latest. */
  week?: number;
  /** Days a second to play at, or null to stand still. */
  play?: number;
  /** Date to show: the recorded week of it, or, where the run has not come so far, the day once it has; null for the latest. */
  date?: string;
  /** everybody, change or places on the wall, or null for what the layer says. */
  view?: string;
  /** School whose street the wall shows close by, or null. */
  school?: string;
  /** Seconds that a film rests on the step, or null. */
  hold?: number;
}

/** What a resident did on a day. */
export interface DayDone {
  /** Moderate-equivalent minutes of activity; 255 = 255 or more; null where they were not recorded. */
  minutes?: number;
  /** How they went to school or work; empty without a trip. */
  mode: string;
  /** Whether they did leisure activity. */
  leisure: boolean;
  /** Whether they walked an errand. */
  errand: boolean;
  /** Pupils on school days: which gate stopped or allowed the walk to school; empty for others. */
  gate: string;
}

/** One number of an intervention; a switch is 0 or 1, a date the day of the horizon. */
export interface LeverField {
  /** Parameter's key. */
  name: string;
  /** For the screen. */
  title: string;
  /** Unit, may be empty; or Switch or Date. */
  unit: string;
  /** Lowest value. */
  minimum: number;
  /** Highest value. */
  maximum: number;
  /** Value now. */
  value: number;
}

/** What is known of a lever before it is pulled. */
export interface LeverFacts {
  /** Where it acts, in words. */
  where: string;
  /** What is written of its price, in words; null where there is no price yet. */
  price?: string;
  /** How well its effect is known: 4 controlled studies, 3 before and after elsewhere, 2 a physical change, 1 judgement. */
  evidence: number;
  /** What that rests on, in words. */
  study: string;
  /** Level of the Action Scales that it acts on. */
  level: string;
  /** What it does alone, from a kept study; null where no study says. */
  effect?: LeverEffect;
}

/** One plan beside others. */
export interface PlanView {
  /** Its name. */
  name: string;
  /** What became of each indicator that the map can draw. */
  courses: PlanCourse[];
}

/** What a lever does alone, as a kept study found it with these settings. */
export interface LeverEffect {
  /** In a sentence, with its range, and in which study. */
  words: string;
  /** Unit of the numbers: of 100, min/week. */
  unit: string;
  /** The change. */
  change: number;
  /** Low end of the range that holds it 8 times in 10; null where there is none. */
  low?: number;
  /** High end of it. */
  high?: number;
}

/** One indicator of one plan. */
export interface PlanCourse {
  /** Key of the indicator. */
  indicator: string;
  /** Last days of its weeks. */
  days: number[];
  /** Its value in each week; missing weeks are left out. */
  values: number[];
  /** What it does beside the first plan, said of each week; empty for the first. */
  said: AnswerSentence[];
  /** Difference from the first plan of each neighbourhood over its last four weeks, in ten thousandths; 0 where it cannot be told. */
  hoods: number[];
}

/** What a client asks for: one JSON object a text message, whose member do says which. The records are the schema: what they do not name, or name and is missing, null or of another kind, is refused before anything is done. */
export type Command =
  | { do: 'ready' }
  | { do: 'arms'; arms: number }
  | { do: 'resident'; row: number }
  | { do: 'play' }
  | { do: 'reverse' }
  | { do: 'pause' }
  | { do: 'step' }
  | { do: 'until'; day: number }
  | { do: 'speed'; days: number }
  | { do: 'show'; day: number }
  | { do: 'live' }
  | { do: 'lever'; lever: LeverChange }
  | { do: 'scenario' }
  | { do: 'kept' }
  | { do: 'compare'; with: number; without: number }
  | { do: 'restart' }
  | { do: 'undo' }
  | { do: 'branch'; day: number }
  | { do: 'open'; name: string }
  | { do: 'story'; name: string }
  | { do: 'view'; view: WallView }
  | { do: 'ask'; question: string; choices: string[] }
  | { do: 'vote'; choice: number }
  | { do: 'tell'; words: string };

/** A turn of a lever. */
export interface LeverChange {
  /** The intervention, or + and a kind's key to add one. */
  id: string;
  /** Whether it shall act. */
  on: boolean;
  /** Values by field name; those left out stay. */
  values: Record<string, number>;
  /** Whether the lever goes, too: it acts no longer, and one that has not begun leaves no trace. */
  remove: boolean;
}


import { Connection, type LinkState } from '../protocol/connection';
import { bytesOf, type Embedded, type OpenedOn } from '../protocol/embedded';
import type { Frame, NeighbourhoodWeek, Outlines, Positions } from '../protocol/decode';
import type { Answer, Command, Hello, LeverChange, LeverKind, LeverView, Notice, PlansView, Pull, ResidentCard, RoomNews, RunStatus, ClosedStreet, WallView } from '../protocol/messages';
import { changesOf, coloursOf, type Change } from './changes';
import { dayOf, momentOf } from './dates';
import { Figures, isShare } from './figures';
import { ALL_CATEGORIES, countShown, EVERYBODY, type Filter } from './filter';
import { Findings } from './findings';
import { Inbox } from './inbox';
import { learnIndicators } from './indicators';
import { LAYERS, layerOf, scaleOf, type Layer, type LayerId, type Values } from './layers';
import { litBy, quantityOf, type LightView, type Theme } from './look';
import { Openings } from './openings';
import { Replay } from './replay';
import { schoolDayFrom } from './schoolDays';
import { closedOn, type SchoolsShown } from './schools';
import { signed } from './signed';
import type { Stage } from './stage';
import { neighbourhoodValues } from './values';
import { follow, viewOf } from './wallView';
import { Weeks } from './weeks';

/** What the wall shows: everybody as light, the change by neighbourhood, a street, or plans beside one another. */
export type Outlook = 'everybody' | 'change' | 'street' | 'plans';

export type Compare = 'off' | 'difference' | 'side' | 'swipe';
export type Tab = 'curves' | 'places' | 'ages' | 'fifths' | 'levers' | 'resident';

/** What a page that was exported carries. */
const EMBEDDED = readEmbedded();

function readEmbedded(): Embedded | null {
  const text = document.getElementById('embedded')?.textContent;
  return text ? (JSON.parse(text) as Embedded) : null;
}

/** Days a second that can be looked at one by one. */
const FOLLOWED = 8;

/** Everything that the page knows and shows: one object, read by all parts. */
export class Viewer {
  link = $state<LinkState>('connecting');
  wrongCode = $state(false);
  hello = $state.raw<Hello | null>(null);
  status = $state.raw<RunStatus | null>(null);
  levers = $state.raw<LeverView[]>([]);
  resident = $state.raw<ResidentCard | null>(null);
  notice = $state.raw<Notice | null>(null);
  broken = $state('');
  kinds = $state.raw<LeverKind[]>([]);
  /** What a check warns of in the plan as it stands. */
  warnings = $state.raw<string[]>([]);
  schoolStreets = $state.raw<ClosedStreet[]>([]);
  figures = new Figures();
  weeks = new Weeks();
  /** Counts up when figures come; parts that read figures read this too. */
  figuresAt = $state(0);
  /** Counts up when a frame comes. */
  frameAt = $state(0);
  frame: Frame | null = null;
  outlines: Outlines | null = null;

  /** Every layer, filter and panel for those who look closer; without it the page is a wall with levers beside it. */
  readonly explore = new URLSearchParams(location.search).has('explore') || (EMBEDDED?.opens.explore ?? null) !== null;
  outlook = $state<Outlook>('everybody');
  theme = $state<Theme>('dark');
  /** Whether only the wall is on screen: no controls. */
  bare = $state(new URLSearchParams(location.search).has('wall'));
  answer = $state.raw<Answer | null>(null);
  readonly findings = new Findings();
  /** Indicator that sentence, map and curve are about. */
  topic = $state('school_walk');
  pulls = $state.raw<Pull[]>([]);
  library = $state.raw<string[]>([]);
  /** Plans that can be looked at beside one another; null where there are no more than two. */
  plans = $state.raw<PlansView | null>(null);
  room = $state.raw<RoomNews | null>(null);
  /** Pixels at the sides of the map that something else takes up. */
  free = { left: 0, top: 0, right: 0, bottom: 0 };
  /** Pixels from the left between which the map fades in beside the text. */
  fade: [number, number] = [0, 0];
  /** Residents lit in the picture. */
  inView = $state(0);
  /** Whether the address and the code are held up. */
  inviting = $state(false);
  /** Counts up when the host has said how the levers stand: a lever that was refused goes back to where it was. */
  leversAt = $state(0);
  /** Whether somebody has chosen what to look at: then nothing else does. */
  chosen = false;
  private readonly openings = new Openings(this);
  private readonly inbox = new Inbox(this);

  layerId = $state<LayerId>('activity');
  compare = $state<Compare>('off');
  swipe = $state(0.5);
  indicator = $state('adults_inactive');
  tab = $state<Tab>('curves');
  hoverHood = $state(-1);
  hood = $state(-1);
  hoverSchool = $state(-1);
  hoverPlace = $state(-1);
  /** Deprivation fifth pointed at in a table, 0 for none. */
  hoverFifth = $state(0);
  filter = $state.raw<Filter>(EVERYBODY);
  private facts = $state.raw<Uint8Array>(new Uint8Array(0));
  /** Residents whom the filter shows, whatever they do today. */
  readonly shownResidents: number = $derived(this.hello ? countShown(this.filter, this.hello, this.facts) : 0);
  /** Whether the map shows so much that residents overlap. */
  far = $state(true);
  schoolsShown = $state<SchoolsShown>('none');
  /** Schools whose street is closed to motor traffic on the day shown. */
  readonly closedStreets: ReadonlySet<number> = $derived.by(() => this.streetsNow());
  private closedBefore: ReadonlySet<number> = new Set();
  schoolsWanted = $state(true);
  large = $state(false);
  /** Address of the picture of the map that a phone shows, if it shows one. */
  picture = $state('');
  /** What walls and phones were told last. */
  private told = '';
  black = $state(false);
  help = $state(false);
  panels = $state(true);
  /** Whether the levers are open where they are a sheet. */
  sheet = $state(false);
  stepIndex = $state(-1);
  /** Day that the run is on its way to, 0 when it is on no way. */
  runningTo = 0;
  /** Which way a school day is looked for among days that were kept, 0 when none is. */
  private seeking: -1 | 0 | 1 = 0;
  readonly map: Stage;
  readonly layer: Layer = $derived(layerOf(this.layerId));
  readonly share: Values[] = $derived(this.valuesNow());
  /** What changed in each neighbourhood, and whether it can be told from chance. */
  readonly changes: Change[] = $derived(this.changesNow());
  /** Pairs of runs that the difference comes from: one, unless the host has replicates. */
  readonly replicates: number = $derived(this.countReplicates());
  /** Half the width of the interval on each neighbourhood's difference, where replicates say. */
  readonly interval: Float32Array | null = $derived(this.intervalNow());
  /** One resident in so many is drawn: more than one where there is no graphics card and many are in the picture. */
  drawnOneIn = $state(1);
  private armsAsked = -1;
  private ranges = $state.raw<Partial<Record<LayerId, [number, number]>>>({});
  private readonly replay = new Replay(this.weeks, (status) => {
    this.status = status;
    this.sayWeek();
    this.map.invalidate();
  });
  /** The scenario as text, where it was sent, and who waits for it. */
  private text = '';
  private readonly wanting: ((text: string) => void)[] = [];
  private readonly lending: ((frame: ArrayBuffer) => void)[] = [];
  /** What an exported page opened on. */
  private opens: OpenedOn | null = null;
  /** None in a page that was exported. */
  private connection: Connection | null = null;
  private noticeTimer = 0;

  /** @param makeMap makes the map that shows what the viewer knows */
  constructor(makeMap: (viewer: Viewer) => Stage) {
    this.map = makeMap(this);
  }

  /** What an export repeats of what the host sent. */
  readonly kept: { outlines: ArrayBuffer | null; positions: ArrayBuffer | null; scenario: ArrayBuffer | null } = {
    outlines: null, positions: null, scenario: null,
  };
  readonly exported = EMBEDDED !== null;
  recording = $state(false);

  start(): void {
    if (EMBEDDED) {
      this.showEmbedded(EMBEDDED);
      return;
    }
    const asked = new URLSearchParams(location.search);
    // A phone asks for pictures of the map: residents are too many for it and for the network.
    const away = !['localhost', '127.0.0.1'].includes(location.hostname);
    const query = [asked.has('guest') ? 'guest' : '', (asked.has('guest') || away) && !this.explore ? 'pictures' : ''].filter(Boolean).join('&');
    this.connection = new Connection((m) => this.inbox.take(m), (s) => (this.link = s), query && `?${query}`);
    this.connection.open(asked.get('code') ?? '');
  }

  /** Keeps what is recorded of the run: the host hands it over as a file, and says which days are in it. */
  keepRun(): void {
    const link = document.createElement('a');
    link.href = 'recording';
    link.download = '';
    link.click();
    this.order({ do: 'kept' });
  }

  /** Whether there is a run to keep, and the right to. */
  get canKeep(): boolean {
    return this.hello?.mode === 'live' && !this.hello.guest && (this.status?.recorded.length ?? 0) > 0;
  }

  join(code: string): void {
    this.wrongCode = true;
    this.connection?.open(code);
  }

  send(what: string, value = 0): void {
    if (this.hello?.mode === 'runs') this.replay.carry(what, value);
    else this.connection?.send(what, value);
  }

  /** Shows a date: a recorded week where the run has been there, else the run goes there first. */
  showDate(date: string): void {
    const { hello, status } = this;
    if (!hello || !status) return;
    const day = dayOf(hello.about.start, momentOf(date));
    if (day <= status.day || hello.mode !== 'live') {
      this.send('show', Math.max(0, day));
    } else {
      this.runningTo = Math.min(day, hello.days);
      this.send('until', this.runningTo);
    }
  }

  turn(change: Omit<LeverChange, 'remove'> & Partial<LeverChange>): void {
    this.connection?.send('lever', 0, { remove: false, ...change });
  }

  say(text: string, grave = false): void {
    this.notice = { text, grave };
    clearTimeout(this.noticeTimer);
    this.noticeTimer = window.setTimeout(() => (this.notice = null), grave ? 12000 : 5000);
  }

  /**
   * Arms whose residents are drawn one by one, as the protocol numbers them. Without a graphics card, residents seen from
   * afar are painted by their neighbourhood's colour, so that while days pass their bytes need not be sent at all.
   */
  private get arms(): number {
    const { compare, map } = this;
    if (!this.explore) return 3;
    const drawn = !(map.software && this.far) || compare === 'difference' || this.filter.categories !== ALL_CATEGORIES || !this.playing;
    return !drawn ? 0 : compare === 'off' ? 1 : 3;
  }

  /** Tells the host which arms' residents are wanted, when that has changed, and takes them at once. */
  chooseArms(): void {
    const { arms } = this;
    if (arms === this.armsAsked) return;
    this.armsAsked = arms;
    this.send('arms', arms);
    this.map.ask();
  }

  /** Chooses how the arms are compared; the host then sends the residents of the arms that are drawn. */
  setCompare(compare: Compare): void {
    this.compare = compare;
    this.chooseArms();
    this.map.refit();
    this.map.invalidate();
  }

  setLayer(id: LayerId): void {
    this.layerId = id;
    this.map.invalidate();
  }

  /** Chooses what sentence, map and curve are about; phones follow. */
  lookAt(topic: string): void {
    this.choose(topic);
    this.tellWall();
    this.map.invalidate();
  }

  /** The same, told to nobody. */
  choose(topic: string): void {
    this.topic = topic;
    this.chosen = true;
    this.sayWeek();
  }

  setOutlook(outlook: Outlook): void {
    this.outlook = outlook;
    this.tellWall();
    this.map.invalidate();
  }

  /** For a bright room, or for a dark one. */
  turnLight(): void {
    this.theme = this.theme === 'light' ? 'dark' : 'light';
    this.tellWall();
    this.map.invalidate();
  }

  /** So many days on or back, and on from there to a day that says something: a school day where the topic is school. */
  toSchoolDay(days: number): void {
    const { hello, status } = this;
    if (!hello || !status) return;
    const wanted = Math.max(0, status.shownDay + days);
    const step = days < 0 ? -1 : 1;
    const day = this.ofSchool ? schoolDayFrom(hello.schoolDays, wanted, step) : wanted;
    if (day > status.day && hello.mode === 'live') {
      this.runningTo = Math.min(day, hello.days);
      this.send('until', this.runningTo);
      return;
    }
    // Of days gone by not all are kept: where the next one that is has no school, it goes on from there.
    this.seeking = hello.mode === 'runs' ? 0 : step;
    if (days === 1) this.send('step');
    else this.send('show', Math.min(day, status.day));
  }

  /** Whether what is looked at happens on school days only. */
  private get ofSchool(): boolean {
    return this.topic.startsWith('school_');
  }

  /** Goes on where looking for a school day came to a day without one. */
  private seekOn(before: number, status: RunStatus): void {
    const { seeking } = this;
    if (seeking === 0 || status.shownDay === before) return;
    this.seeking = 0;
    const more = seeking < 0 ? status.shownDay > 0 : status.shownDay < status.day;
    if (this.ofSchool && more && status.school !== 'school day') this.toSchoolDay(seeking);
  }

  /** What the plan has changed so far, in hundredths, for the head of the levers. */
  get change(): { text: string; gap: string } {
    void this.figuresAt;
    const date = this.status ? Date.parse(this.status.shownDate) / 1000 : 0;
    const [plan, without] = [0, 1].map((arm) => this.figures.at(arm, this.topic, 'all', 'all', date));
    const share = isShare(this.figures, this.topic);
    const difference = plan && without ? (plan.value - without.value) * (share ? 100 : 1) : NaN;
    return { text: Number.isFinite(difference) ? signed(difference, (size) => size.toFixed(1)) : '–', gap: this.answer?.gap || '–' };
  }

  /** Of finished runs the page chooses for itself what is said of the week on screen. */
  private sayWeek(): void {
    if (this.hello?.mode !== 'runs') return;
    const day = this.status?.shownDay ?? 0;
    const answer = this.findings.at(this.topic, day);
    // Of a live run that was exported one day is told.
    this.answer = answer && (this.hello.provenance ? answer.day === day : true) ? answer : null;
  }

  /** Tells walls and phones what is shown here. */
  tellWall(): void {
    const view = viewOf(this);
    if (this.link !== 'open' || !this.hello || this.hello.guest || !this.connection) {
      this.told = '';
      return;
    }
    const telling = JSON.stringify(view);
    if (telling === this.told) return;
    this.told = telling;
    this.connection.say({ do: 'view', view });
  }

  /** Shows a picture of the map in place of the one before. */
  takePicture(webp: ArrayBuffer): void {
    const before = this.picture;
    this.picture = URL.createObjectURL(new Blob([webp], { type: 'image/webp' }));
    if (before) URL.revokeObjectURL(before);
  }

  /** Shows what another window of the presenter's shows, and does not tell it back. */
  followWall(view: WallView): void {
    follow(this, view);
    this.told = JSON.stringify(viewOf(this));
  }

  /** Gives the host a command of more than a number. */
  order(command: Command): void {
    this.connection?.say(command);
  }

  /** How the light picture is drawn now, for a picture so wide. */
  light(width: number): LightView {
    const ratio = width / Math.max(1, this.map.canvasElement?.clientWidth ?? width);
    const school = quantityOf(this.topic).lit === 'walks' || quantityOf(this.topic).lit === 'cycles' || quantityOf(this.topic).lit === 'driven';
    return {
      theme: this.theme,
      lit: litBy(this.topic),
      tells: !school || this.status?.school === 'school day',
      fade: [this.fade[0] * ratio, this.fade[1] * ratio],
      only: this.place,
      hoods: this.outlook === 'change' || !this.singles ? coloursOf(this.changes, this.theme, this.topic) : null,
    };
  }

  /** Changes parts of what the map shows of residents. */
  narrow(part: Partial<Filter>): void {
    this.filter = { ...this.filter, ...part };
  }

  /** Place shown alone, −1 for all. */
  get place(): number {
    return this.filter.place;
  }

  /** Layers that there are values for. */
  layers(): Layer[] {
    const live = this.hello?.mode !== 'runs';
    return LAYERS.filter((l) => l.id === 'deprivation' || (live && l.over.length > 0) || (l.indicator !== null && this.weeks.has(l.indicator)));
  }

  /** Whether residents are coloured one by one. */
  get near(): boolean {
    return !this.far && this.hello?.mode !== 'runs';
  }

  get playing(): boolean {
    return this.status?.phase === 'playing';
  }

  /** Whether days pass faster than anybody can follow them one by one. */
  get hurrying(): boolean {
    const { status } = this;
    return status?.phase === 'playing' && Math.max(status.speed, status.measured) > FOLLOWED;
  }

  /** Whether pictures are taken less often than they could be: what draws them is what simulates. */
  get resting(): boolean {
    return this.hurrying && this.map.software;
  }

  /** Plays or pauses; what has been played to its end begins again. */
  toggle(): void {
    if (this.status?.phase === 'finished') this.send('show', 0);
    this.send(this.playing && !this.status?.reverse ? 'pause' : 'play');
  }

  /** Colour scale of a layer: one for both arms and all days. */
  rangeOf(layer: Layer): [number, number] {
    return this.ranges[layer.id] ?? layer.range;
  }

  /** Takes the scale of each layer's colours from the first values that there are. */
  learnRanges(): void {
    const hello = this.hello;
    if (!hello) return;
    for (const layer of this.layers().filter((l) => !this.ranges[l.id])) {
      const values = neighbourhoodValues(layer, hello.twin ? 1 : 0, hello, this.frame, this.weeks, this.status?.shownDay ?? 0);
      const range = scaleOf(layer, values);
      if (range) this.ranges = { ...this.ranges, [layer.id]: range };
    }
  }

  /** Whether there is something to draw: a frame of a live run, or a week of finished ones. */
  get canDraw(): boolean {
    return this.frame !== null || (this.hello?.mode === 'runs' && this.status !== null);
  }

  /** Whether the picture shows the day that the status names, for all arms that are drawn, and charts and tables all that has come. */
  get settled(): boolean {
    if (!this.map.idle || this.runningTo > 0 || this.inbox.pacing.owes) return false;
    if (this.hello?.mode === 'runs') return true;
    const frame = this.frame;
    return !!frame && frame.day === this.status?.shownDay && [0, 1].every((arm) => !((this.arms >> arm) & 1) || frame.states[arm] !== null);
  }

  /** Opens on the view that was exported. */
  private showEmbedded({ hello, figures, messages, answers, opens, scenario }: Embedded): void {
    this.link = 'open';
    this.text = scenario;
    learnIndicators(hello.indicators ?? []);
    this.hello = hello;
    document.title = hello.about.title;
    this.figures.add(figures);
    for (const answer of answers) this.findings.add(answer);
    this.replay.openOn(opens.day, opens.school);
    for (const message of messages) this.inbox.take(bytesOf(message));
    this.replay.learn(hello.about.start);
    this.layerId = (opens.explore?.layer ?? 'inactive') as LayerId;
    if (opens.explore) {
      this.indicator = opens.explore.indicator;
      this.tab = opens.explore.tab as Tab;
      this.setCompare(opens.explore.compare as Compare);
    }
    this.opens = opens;
    follow(this, opens.view);
  }

  /** Whether single residents are known of the day on screen: of finished runs they are not, but of the day that was exported. */
  get singles(): boolean {
    return this.hello?.mode !== 'runs' || (this.opens?.single === true && this.status?.shownDay === this.opens.day);
  }

  private valuesNow(): Values[] {
    void this.frameAt;
    void this.figuresAt;
    if (!this.hello) return [];
    return [0, 1].map((arm) => neighbourhoodValues(this.layer, arm as 0 | 1, this.hello as Hello, this.frame, this.weeks, this.status?.shownDay ?? 0));
  }

  private changesNow(): Change[] {
    void this.figuresAt;
    if (!this.hello || this.explore) return [];
    return changesOf(this.weeks, this.topic, this.hello.neighbourhoods.length, this.status?.shownDay ?? 0);
  }

  /** The same set as long as nothing changes, so that nothing is drawn anew. */
  private streetsNow(): ReadonlySet<number> {
    const now = closedOn(this.schoolStreets, this.status?.shownDay ?? 0);
    if (now.size !== this.closedBefore.size || [...now].some((s) => !this.closedBefore.has(s))) this.closedBefore = now;
    return this.closedBefore;
  }

  private countReplicates(): number {
    void this.figuresAt;
    return Math.max(1, this.figures.replicates());
  }

  private intervalNow(): Float32Array | null {
    void this.figuresAt;
    const { indicator } = this.layer;
    return indicator ? this.weeks.at(2, indicator, this.status?.shownDay ?? 0)?.values ?? null : null;
  }

  /** The day on screen with both arms' residents, as the host sends it; null where there is none. */
  frameMessage(): Promise<ArrayBuffer | null> {
    if (!this.connection || this.hello?.mode === 'runs' || !this.frame) return Promise.resolve(null);
    const frame = new Promise<ArrayBuffer>((resolve) => this.lending.push(resolve));
    this.armsAsked = -1;
    this.send('arms', 3);
    this.send('ready');
    return frame;
  }

  /** A day has come: whoever wants its bytes takes them before the map does. */
  lendFrame(message: ArrayBuffer, arms: number): void {
    if (this.lending.length === 0 || arms !== 3) return;
    const copy = message.slice(0);
    for (const resolve of this.lending.splice(0)) resolve(copy);
    this.chooseArms();
  }

  /** The scenario as it stands, as text; empty where the host has none. */
  scenarioText(): Promise<string> {
    if (!this.connection || this.hello?.mode === 'runs' || this.hello?.guest) return Promise.resolve(this.text);
    this.send('scenario');
    return new Promise((resolve) => this.wanting.push(resolve));
  }

  /** The host has sent the scenario as text. */
  takeText(text: string): void {
    this.text = text;
    for (const resolve of this.wanting.splice(0)) resolve(text);
  }

  /** Forgets a run: another has begun. */
  forget(anotherPlan: boolean): void {
    if (anotherPlan) {
      this.openings.again();
      this.chosen = false;
    }
    this.figures.clear();
    this.weeks.clear();
    this.findings.clear();
    this.ranges = {};
    this.frame = null;
    this.status = null;
    this.resident = null;
    this.levers = [];
    this.answer = null;
    this.pulls = [];
    this.plans = null;
    this.warnings = [];
    this.schoolStreets = [];
    this.runningTo = 0;
    this.figuresAt++;
    this.frameAt++;
  }

  /** The host has said what is looked at. */
  welcome(hello: Hello): void {
    // Another story begins before its first step.
    if (this.hello?.story?.title !== hello.story?.title) this.stepIndex = -1;
    this.hello = hello;
    this.wrongCode = false;
    // Of finished runs no single residents are known: what changed is told by neighbourhood.
    if (hello.mode === 'runs' && hello.twin && this.outlook === 'everybody') this.outlook = 'change';
    if (!this.layers().some((l) => l.id === this.layerId) && hello.mode === 'runs') this.layerId = 'inactive';
    document.title = `${hello.about.title} – simulation viewer`;
    this.armsAsked = -1;
    this.chooseArms();
  }

  /** The run stands elsewhere. */
  takeStatus(status: RunStatus): void {
    const before = this.status?.shownDay ?? 0;
    this.status = status;
    this.seekOn(before, status);
    this.openings.status(status);
    this.chooseArms();
    if (status.day >= this.runningTo || status.phase === 'failed') this.runningTo = 0;
  }

  /** The host has said what the plan has done. */
  takeAnswer(answer: Answer): void {
    if (this.hello?.mode === 'runs') {
      this.findings.add(answer);
      this.sayWeek();
    } else {
      this.answer = answer;
      if (!this.chosen) this.topic = answer.indicator;
    }
  }

  /** A week of a neighbourhood layer has come. */
  takeWeek(week: NeighbourhoodWeek, message: ArrayBuffer): void {
    this.weeks.add(week, message);
    if (this.hello?.mode === 'runs') this.replay.learn(this.hello.about.start);
    this.learnRanges();
  }

  /** Residents have come. */
  takePositions(positions: Positions): void {
    this.facts = positions.facts;
    this.map.setPopulation(this.hello as Hello, positions);
  }
}

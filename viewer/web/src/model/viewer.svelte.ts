import { Connection, type LinkState } from '../protocol/connection';
import { Kind, kindOf, ProtocolError, readFrame, readJson, readNeighbourhoodWeek, readOutlines, readPositions } from '../protocol/decode';
import { bytesOf, type Embedded } from '../protocol/embedded';
import type { Frame, Outlines, Positions } from '../protocol/decode';
import type {
  Answer, Command, FigureColumns, Hello, LeverChange, LeverKind, LeverView, Notice, Pull, ResidentCard, RoomNews, RunStatus, ScenarioMessage, ClosedStreet, WallView,
} from '../protocol/messages';
import { dayOf, momentOf } from './dates';
import { download } from './download';
import { Figures, isShare } from './figures';
import { ALL_CATEGORIES, countShown, EVERYBODY, type Filter } from './filter';
import { LAYERS, layerOf, scaleOf, type Layer, type LayerId, type Values } from './layers';
import { learnIndicators } from './indicators';
import { neighbourhoodValues } from './values';
import { Replay } from './replay';
import { closedOn, type SchoolsShown } from './schools';
import { changesOf, coloursOf, type Change } from './changes';
import { litBy, quantityOf, type LightView, type Theme } from './look';
import type { Stage } from './stage';
import { schoolDayFrom } from './schoolDays';
import { signed } from './signed';
import { Weeks } from './weeks';

/** What the wall shows: everybody as light, the change by neighbourhood, or a street. */
export type Outlook = 'everybody' | 'change' | 'street';

export type Compare = 'off' | 'difference' | 'side' | 'swipe';
export type Tab = 'curves' | 'places' | 'ages' | 'fifths' | 'levers' | 'resident';

/** Days a second that can be looked at one by one. */
const FOLLOWED = 8;

/** Milliseconds from one drawing of the curves to the next while few pictures are taken. */
const CURVES_MS = 500;

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
  readonly explore = new URLSearchParams(location.search).has('explore') || document.getElementById('embedded') !== null;
  outlook = $state<Outlook>('everybody');
  theme = $state<Theme>('dark');
  /** Whether only the wall is on screen: no controls. */
  bare = $state(new URLSearchParams(location.search).has('wall'));
  answer = $state.raw<Answer | null>(null);
  /** Of finished runs: what is to be said of each week, by indicator, the oldest first. */
  private readonly answers = new Map<string, Answer[]>();
  /** Indicator that sentence, map and curve are about. */
  topic = $state('school_walk');
  pulls = $state.raw<Pull[]>([]);
  library = $state.raw<string[]>([]);
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
  private chosen = false;
  private opened = false;

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
  black = $state(false);
  help = $state(false);
  panels = $state(true);
  stepIndex = $state(-1);
  /** Day that the run is on its way to, 0 when it is on no way. */
  runningTo = 0;
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
  /** None in a page that was exported. */
  private connection: Connection | null = null;
  private noticeTimer = 0;
  private figuresTimer = 0;
  private figuresWait = false;
  private figuresShown = 0;
  /** The last status, where it waits for its picture. */
  private held: RunStatus | null = null;

  /** @param makeMap makes the map that shows what the viewer knows */
  constructor(makeMap: (viewer: Viewer) => Stage) {
    this.map = makeMap(this);
  }

  /** What an export repeats of what the host sent. */
  readonly kept: { outlines: ArrayBuffer | null; positions: ArrayBuffer | null; streets: ArrayBuffer | null } = {
    outlines: null, positions: null, streets: null,
  };
  readonly exported = document.getElementById('embedded') !== null;
  recording = $state(false);

  start(): void {
    const embedded = document.getElementById('embedded')?.textContent;
    if (embedded) {
      this.showEmbedded(JSON.parse(embedded) as Embedded);
      return;
    }
    const asked = new URLSearchParams(location.search);
    this.connection = new Connection((m) => this.take(m), (s) => (this.link = s), asked.has('guest') ? '?guest' : '');
    this.connection.open(asked.get('code') ?? '');
  }

  /** Keeps what is recorded of the run: the host hands it over as a file. */
  keepRun(): void {
    const link = document.createElement('a');
    link.href = 'recording';
    link.download = '';
    link.click();
    this.say('The run so far is going to your downloads. ‘simulate view’ opens it again without a simulation.');
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

  turn(change: LeverChange): void {
    this.connection?.send('lever', 0, change);
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
    this.topic = topic;
    this.chosen = true;
    this.sayWeek();
    this.tellWall();
    this.map.invalidate();
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
    const day = this.topic.startsWith('school_') ? schoolDayFrom(hello.schoolDays, wanted, days < 0 ? -1 : 1) : wanted;
    if (day > status.day && hello.mode === 'live') {
      this.runningTo = Math.min(day, hello.days);
      this.send('until', this.runningTo);
    } else {
      this.send('show', Math.min(day, status.day));
    }
  }

  /** What the plan has changed so far, in hundredths, for the head of the levers. */
  get change(): { text: string; gap: string } {
    void this.figuresAt;
    const date = this.status ? Date.parse(this.status.shownDate) / 1000 : 0;
    const [plan, without] = [0, 1].map((arm) => this.figures.at(arm, this.topic, 'all', 'all', date));
    const share = isShare(this.figures, this.topic);
    const difference = plan && without ? (plan.value - without.value) * (share ? 100 : 1) : NaN;
    const gap = this.answer?.more.find((s) => s.text.includes('gap'));
    return {
      text: Number.isFinite(difference) ? signed(difference, (size) => size.toFixed(1)) : '–',
      gap: !gap ? '–' : gap.sign === 0 ? 'same' : gap.sign < 0 ? 'narrower' : 'wider',
    };
  }

  /** Of finished runs the page chooses for itself what is said of the week on screen. */
  private sayWeek(): void {
    if (this.hello?.mode !== 'runs') return;
    this.answer = this.answers.get(this.topic)?.findLast((answer) => answer.day <= (this.status?.shownDay ?? 0)) ?? null;
  }

  /** Tells the phones what the wall shows. */
  tellWall(): void {
    if (this.hello?.guest || !this.connection) return;
    const stand = this.map.stand;
    this.connection.say({
      do: 'view',
      view: { view: this.outlook, indicator: this.topic, ...(stand && { x: stand.x, y: stand.y, pixelsPerKm: stand.pixelsPerKm }), place: this.place, step: this.stepIndex, light: this.theme === 'light' },
    });
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
      hoods: this.outlook === 'change' ? coloursOf(this.changes, this.theme, this.topic) : null,
    };
  }

  /** Follows what the wall shows. */
  private follow(view: WallView): void {
    this.outlook = view.view as Outlook;
    this.topic = view.indicator;
    this.chosen = true;
    this.sayWeek();
    this.theme = view.light ? 'light' : 'dark';
    this.stepIndex = view.step;
    if (this.place !== view.place) this.narrow({ place: view.place });
    this.map.standAt(view.x !== undefined && view.y !== undefined && view.pixelsPerKm !== undefined ? { x: view.x, y: view.y, pixelsPerKm: view.pixelsPerKm } : null);
    this.map.invalidate();
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

  private learnRanges(): void {
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

  /** Whether the picture shows the day that the status names, for all arms that are drawn. */
  get settled(): boolean {
    if (!this.map.idle || this.runningTo > 0) return false;
    if (this.hello?.mode === 'runs') return true;
    const frame = this.frame;
    return !!frame && frame.day === this.status?.shownDay && [0, 1].every((arm) => !((this.arms >> arm) & 1) || frame.states[arm] !== null);
  }

  private showEmbedded(embedded: Embedded): void {
    this.link = 'open';
    learnIndicators(embedded.hello.indicators ?? []);
    this.hello = embedded.hello;
    this.layerId = 'inactive';
    document.title = embedded.hello.about.title;
    this.figures.add(embedded.figures);
    for (const message of embedded.messages) this.take(bytesOf(message));
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

  private take(message: ArrayBuffer): void {
    const began = performance.now();
    try {
      this.dispatch(message);
    } catch (error) {
      if (error instanceof ProtocolError || error instanceof SyntaxError) this.say(error.message, true);
      else throw error;
    }
    this.chargeFrom(began);
  }

  /** What follows from what was told is done in a microtask by Svelte: one behind it ends the count. */
  private chargeFrom(began: number): void {
    queueMicrotask(() => this.map.charge(began));
  }

  private dispatch(message: ArrayBuffer): void {
    switch (kindOf(message)) {
      case Kind.Hello:
        this.greet(readJson<Hello>(message));
        this.wrongCode = false;
        if (!this.layers().some((l) => l.id === this.layerId) && this.hello?.mode === 'runs') this.layerId = 'inactive';
        document.title = `${this.hello?.about.title} – simulation viewer`;
        this.armsAsked = -1;
        this.chooseArms();
        break;
      case Kind.Outlines:
        this.kept.outlines = message;
        this.outlines = readOutlines(message);
        this.map.setOutlines(this.outlines);
        break;
      case Kind.Positions:
        this.kept.positions = message;
        this.takePositions(readPositions(message));
        break;
      case Kind.Frame:
        this.frame = readFrame(message);
        this.takeHeld();
        this.learnRanges();
        this.map.setFrame(this.frame);
        this.frameAt++;
        break;
      case Kind.Figures:
        this.figures.add(readJson<FigureColumns>(message));
        this.figuresCame();
        break;
      case Kind.NeighbourhoodWeek:
        this.weeks.add(readNeighbourhoodWeek(message), message);
        if (this.hello?.mode === 'runs') this.replay.learn(this.hello.about.start);
        this.learnRanges();
        this.figuresCame();
        break;
      case Kind.Status: {
        const status = readJson<RunStatus>(message);
        const sameRun = status.phase === this.status?.phase && status.speed === this.status.speed && status.message === this.status.message;
        if (sameRun && this.resting) this.held = status;
        else this.takeStatus(status);
        break;
      }
      case Kind.Answer: {
        const answer = readJson<Answer>(message);
        if (this.hello?.mode === 'runs') {
          this.answers.set(answer.indicator, [...(this.answers.get(answer.indicator) ?? []), answer]);
          this.sayWeek();
        } else {
          this.answer = answer;
          if (!this.chosen) this.topic = answer.indicator;
        }
        break;
      }
      case Kind.View:
        this.follow(readJson<WallView>(message));
        break;
      case Kind.Room:
        this.room = readJson<RoomNews>(message);
        break;
      case Kind.Notice: {
        const notice = readJson<Notice>(message);
        this.say(notice.text, notice.grave);
        break;
      }
      case Kind.Resident:
        this.resident = readJson<ResidentCard>(message);
        this.tab = 'resident';
        break;
      case Kind.Scenario: {
        const scenario = readJson<ScenarioMessage>(message);
        if (scenario.levers) {
          this.levers = scenario.levers;
          this.leversAt++;
        }
        if (scenario.kinds) this.kinds = scenario.kinds;
        if (scenario.headline && !this.chosen) this.topic = scenario.headline;
        if (scenario.pulls) this.pulls = scenario.pulls;
        if (scenario.library) this.library = scenario.library;
        if (scenario.schoolStreets) {
          this.kept.streets = message;
          this.schoolStreets = scenario.schoolStreets;
          this.map.invalidate();
        }
        if (scenario.text) this.saveText(scenario.text);
        break;
      }
    }
  }

  /** Another run than before begins its curves anew: the host was started again, or shows something else. */
  private greet(hello: Hello): void {
    if (this.hello && this.hello.session !== hello.session) {
      // Another plan opens as the first did: on an effect, and on what it is about.
      if (this.hello.about.title !== hello.about.title) {
        this.opened = false;
        this.chosen = false;
      }
      this.figures.clear();
      this.weeks.clear();
      this.ranges = {};
      this.frame = null;
      this.status = null;
      this.held = null;
      this.resident = null;
      this.levers = [];
      this.answer = null;
      this.answers.clear();
      this.pulls = [];
      this.schoolStreets = [];
      this.runningTo = 0;
      this.figuresAt++;
      this.frameAt++;
    }
    learnIndicators(hello.indicators);
    this.hello = hello;
    // Of finished runs no single residents are known: what changed is told by neighbourhood.
    if (hello.mode === 'runs' && hello.twin && this.outlook === 'everybody') this.outlook = 'change';
  }

  private takeStatus(status: RunStatus): void {
    this.held = null;
    this.status = status;
    this.open(status);
    // What was asked for while the run stands still, or goes slowly, is shown at once.
    this.chooseArms();
    if (!this.hurrying) {
      this.map.ask();
      this.showFigures();
    }
    if (status.day >= this.runningTo || status.phase === 'failed') this.runningTo = 0;
  }

  /** While few pictures are taken, words and curves wait for the next: one change of the page for each instead of three. */
  private takeHeld(): void {
    if (this.held) this.takeStatus(this.held);
    if (performance.now() - this.figuresShown > CURVES_MS) this.showFigures();
  }

  // A week comes as some ten messages: charts and tables are drawn once for all of them.
  private figuresCame(): void {
    this.figuresWait = true;
    if (this.resting) return;
    this.figuresTimer ||= window.setTimeout(() => {
      const began = performance.now();
      this.showFigures();
      this.chargeFrom(began);
    }, 40);
  }

  private showFigures(): void {
    if (!this.figuresWait) return;
    clearTimeout(this.figuresTimer);
    this.figuresTimer = 0;
    this.figuresWait = false;
    this.figuresShown = performance.now();
    this.figuresAt++;
  }

  /** A screen opens on an effect: the presenter's page runs to the first weeks with one, once. */
  private open(status: RunStatus): void {
    const { hello } = this;
    if (this.opened || this.explore || !hello || hello.guest || status.phase !== 'paused') return;
    this.opened = true;
    if (status.day === 0 && hello.opening > 0) this.send('until', hello.opening);
  }

  private takePositions(positions: Positions): void {
    this.facts = positions.facts;
    this.map.setPopulation(this.hello as Hello, positions);
  }

  private saveText(text: string): void {
    const name = `${(this.hello?.about.title ?? 'scenario').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.yaml`;
    download(new Blob([text], { type: 'application/yaml' }), name);
    this.say(`Saved as ${name}. The command line runs it to the same figures.`);
  }
}

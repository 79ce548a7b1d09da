import { Connection, type LinkState } from '../protocol/connection';
import { bytesOf, type Embedded, type OpenedOn } from '../protocol/embedded';
import type { Frame, NeighbourhoodWeek, Outlines, Positions } from '../protocol/decode';
import type { Answer, Command, Hello, LeverChange, LeverKind, LeverView, Notice, PlansView, Pull, ResidentCard, RoomNews, RunStatus, ClosedStreet } from '../protocol/messages';
import { Arms } from './arms';
import { coloursOf } from './changes';
import { Figures, isShare } from './figures';
import { countShown, EVERYBODY, type Filter } from './filter';
import { Findings } from './findings';
import { Inbox } from './inbox';
import { learnIndicators } from './indicators';
import { Keepsakes } from './keepsakes';
import { layerOf, type Layer, type LayerId } from './layers';
import { litBy, quantityOf, type LightView, type Theme } from './look';
import { Openings } from './openings';
import { Replay } from './replay';
import type { SchoolsShown } from './schools';
import { Shown } from './shown.svelte';
import { signed } from './signed';
import type { Stage } from './stage';
import { follow, Lead } from './wallView';
import { Way } from './way';
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
  readonly arms = new Arms(this);
  readonly keepsakes = new Keepsakes(this);
  readonly lead = new Lead(this);
  readonly shown = new Shown(this);
  readonly way = new Way(this);
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
  schoolsWanted = $state(true);
  large = $state(false);
  /** Address of the picture of the map that a phone shows, if it shows one. */
  picture = $state('');
  black = $state(false);
  help = $state(false);
  panels = $state(true);
  /** Whether the levers are open where they are a sheet. */
  sheet = $state(false);
  stepIndex = $state(-1);
  readonly map: Stage;
  readonly layer: Layer = $derived(layerOf(this.layerId));
  /** One resident in so many is drawn: more than one where there is no graphics card and many are in the picture. */
  drawnOneIn = $state(1);
  private readonly replay = new Replay(this.weeks, (status) => {
    this.status = status;
    this.sayWeek();
    this.map.invalidate();
  });
  /** What an exported page opened on. */
  private opens: OpenedOn | null = null;
  /** None in a page that was exported. */
  private connection: Connection | null = null;
  private noticeTimer = 0;

  /** @param makeMap makes the map that shows what the viewer knows */
  constructor(makeMap: (viewer: Viewer) => Stage) {
    this.map = makeMap(this);
  }

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

  /** Whether there is a host: an exported page has none. */
  get connected(): boolean {
    return this.connection !== null;
  }

  join(code: string): void {
    this.wrongCode = true;
    this.connection?.open(code);
  }

  send(what: string, value = 0): void {
    if (this.hello?.mode === 'runs') this.replay.carry(what, value);
    else this.connection?.send(what, value);
  }

  turn(change: Omit<LeverChange, 'remove'> & Partial<LeverChange>): void {
    this.connection?.send('lever', 0, { remove: false, ...change });
  }

  say(text: string, grave = false): void {
    this.notice = { text, grave };
    clearTimeout(this.noticeTimer);
    this.noticeTimer = window.setTimeout(() => (this.notice = null), grave ? 12000 : 5000);
  }

  /** Chooses how the arms are compared; the host then sends the residents of the arms that are drawn. */
  setCompare(compare: Compare): void {
    this.compare = compare;
    this.arms.choose();
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
    this.lead.tell();
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
    this.lead.tell();
    this.map.invalidate();
  }

  /** For a bright room, or for a dark one. */
  turnLight(): void {
    this.theme = this.theme === 'light' ? 'dark' : 'light';
    this.lead.tell();
    this.map.invalidate();
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

  /** Shows a picture of the map in place of the one before. */
  takePicture(webp: ArrayBuffer): void {
    const before = this.picture;
    this.picture = URL.createObjectURL(new Blob([webp], { type: 'image/webp' }));
    if (before) URL.revokeObjectURL(before);
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
      hoods: this.outlook === 'change' || !this.singles ? coloursOf(this.shown.changes, this.theme, this.topic) : null,
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

  /** Whether there is something to draw: a frame of a live run, or a week of finished ones. */
  get canDraw(): boolean {
    return this.frame !== null || (this.hello?.mode === 'runs' && this.status !== null);
  }

  /** Whether the picture shows the day that the status names, for all arms that are drawn, and charts and tables all that has come. */
  get settled(): boolean {
    if (!this.map.idle || this.way.runningTo > 0 || this.inbox.pacing.owes) return false;
    if (this.hello?.mode === 'runs') return true;
    const frame = this.frame;
    return !!frame && frame.day === this.status?.shownDay && [0, 1].every((arm) => !((this.arms.wanted >> arm) & 1) || frame.states[arm] !== null);
  }

  /** Opens on the view that was exported. */
  private showEmbedded({ hello, figures, messages, answers, opens, scenario }: Embedded): void {
    this.link = 'open';
    this.keepsakes.takeText(scenario);
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

  /** Forgets a run: another has begun. */
  forget(anotherPlan: boolean): void {
    if (anotherPlan) {
      this.openings.again();
      this.chosen = false;
    }
    this.figures.clear();
    this.weeks.clear();
    this.findings.clear();
    this.shown.forget();
    this.frame = null;
    this.status = null;
    this.resident = null;
    this.levers = [];
    this.answer = null;
    this.pulls = [];
    this.plans = null;
    this.warnings = [];
    this.schoolStreets = [];
    this.way.runningTo = 0;
    this.figuresAt++;
    this.frameAt++;
  }

  /** The host has said what is looked at. */
  welcome(hello: Hello): void {
    // Another story begins before its first step, here and on the wall.
    const another = this.hello !== null && this.hello.story?.title !== hello.story?.title;
    if (another) this.stepIndex = -1;
    this.hello = hello;
    if (another) this.lead.tell();
    this.wrongCode = false;
    // Of finished runs no single residents are known: what changed is told by neighbourhood.
    if (hello.mode === 'runs' && hello.twin && this.outlook === 'everybody') this.outlook = 'change';
    if (!this.shown.layers().some((l) => l.id === this.layerId) && hello.mode === 'runs') this.layerId = 'inactive';
    document.title = `${hello.about.title} – simulation viewer`;
    this.arms.again();
  }

  /** The run stands elsewhere. */
  takeStatus(status: RunStatus): void {
    const before = this.status?.shownDay ?? 0;
    this.status = status;
    this.openings.status(status);
    this.arms.choose();
    this.way.came(before, status);
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
    this.shown.learnRanges();
  }

  /** Residents have come. */
  takePositions(positions: Positions): void {
    this.facts = positions.facts;
    this.map.setPopulation(this.hello as Hello, positions);
  }
}

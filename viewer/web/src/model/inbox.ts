import { Kind, kindOf, ProtocolError, readFrame, readJson, readNeighbourhoodWeek, readOutlines, readPositions } from '../protocol/decode';
import type { Answer, FigureColumns, Hello, Notice, ResidentCard, RoomNews, RunStatus, ScenarioMessage, WallView } from '../protocol/messages';
import { learnIndicators } from './indicators';
import { Pacing } from './pacing';
import type { Viewer } from './viewer.svelte';

/** Reads what the host sends, and puts it where the page keeps it. */
export class Inbox {
  readonly pacing: Pacing;

  constructor(private readonly viewer: Viewer) {
    this.pacing = new Pacing(viewer, (began) => this.chargeFrom(began));
  }

  take(message: ArrayBuffer): void {
    const began = performance.now();
    try {
      this.dispatch(message);
    } catch (error) {
      if (error instanceof ProtocolError || error instanceof SyntaxError) this.viewer.say(error.message, true);
      else throw error;
    }
    this.chargeFrom(began);
  }

  /** What follows from what was told is done in a microtask by Svelte: one behind it ends the count. */
  private chargeFrom(began: number): void {
    queueMicrotask(() => this.viewer.map.charge(began));
  }

  private dispatch(message: ArrayBuffer): void {
    const { viewer } = this;
    switch (kindOf(message)) {
      case Kind.Hello:
        this.greet(readJson<Hello>(message));
        break;
      case Kind.Outlines:
        viewer.keepsakes.outlines = message;
        viewer.outlines = readOutlines(message);
        viewer.map.setOutlines(viewer.outlines);
        break;
      case Kind.Positions:
        viewer.keepsakes.positions = message;
        viewer.takePositions(readPositions(message));
        break;
      case Kind.Frame:
        viewer.keepsakes.lendFrame(message, new Uint8Array(message)[12]);
        viewer.frame = readFrame(message);
        this.pacing.frame();
        viewer.shown.learnRanges();
        viewer.map.setFrame(viewer.frame);
        viewer.frameAt++;
        break;
      case Kind.Figures:
        viewer.figures.add(readJson<FigureColumns>(message));
        this.pacing.figures();
        break;
      case Kind.NeighbourhoodWeek:
        viewer.takeWeek(readNeighbourhoodWeek(message), message);
        this.pacing.figures();
        break;
      case Kind.Status:
        this.pacing.status(readJson<RunStatus>(message));
        break;
      case Kind.Answer:
        viewer.takeAnswer(readJson<Answer>(message));
        break;
      case Kind.View:
        viewer.lead.follow(readJson<WallView>(message));
        break;
      case Kind.Picture:
        viewer.takePicture(message.slice(4));
        break;
      case Kind.Room:
        viewer.room = readJson<RoomNews>(message);
        break;
      case Kind.Notice: {
        const notice = readJson<Notice>(message);
        viewer.say(notice.text, notice.grave);
        break;
      }
      case Kind.Resident:
        viewer.resident = readJson<ResidentCard>(message);
        viewer.tab = 'resident';
        break;
      case Kind.Scenario:
        this.learn(readJson<ScenarioMessage>(message), message);
        break;
    }
  }

  private learn(scenario: ScenarioMessage, message: ArrayBuffer): void {
    const { viewer } = this;
    if (scenario.levers) {
      viewer.levers = scenario.levers;
      viewer.leversAt++;
    }
    if (scenario.kinds) viewer.kinds = scenario.kinds;
    if (scenario.headline && !viewer.chosen) viewer.topic = scenario.headline;
    if (scenario.pulls) viewer.pulls = scenario.pulls;
    if (scenario.plans) viewer.plans = scenario.plans;
    if (scenario.warnings) viewer.warnings = scenario.warnings;
    if (scenario.library) viewer.library = scenario.library;
    if (scenario.schoolStreets) {
      viewer.keepsakes.scenario = message;
      viewer.schoolStreets = scenario.schoolStreets;
      viewer.map.invalidate();
    }
    if (scenario.text) viewer.keepsakes.takeText(scenario.text);
  }

  /** Another run than before begins its curves anew: the host was started again, or shows something else. */
  private greet(hello: Hello): void {
    const { viewer } = this;
    if (viewer.hello && viewer.hello.session !== hello.session) {
      viewer.forget(viewer.hello.about.title !== hello.about.title);
      this.pacing.clear();
    }
    learnIndicators(hello.indicators);
    viewer.welcome(hello);
  }
}

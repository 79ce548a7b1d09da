import type { RunStatus } from '../protocol/messages';
import type { Viewer } from './viewer.svelte';

/** Milliseconds from one drawing of the curves to the next while few pictures are taken. */
const CURVES_MS = 500;

/** Milliseconds in which the messages of one week come. */
const WEEK_MS = 40;

/** When what the host says is shown: at once, or, while days hurry past and few pictures are taken, with the next picture. */
export class Pacing {
  /** The last status, where it waits for its picture. */
  private held: RunStatus | null = null;
  private timer = 0;
  private waiting = false;
  private drawn = 0;

  /** @param charge counts main-thread time from a moment on */
  constructor(private readonly viewer: Viewer, private readonly charge: (began: number) => void) {}

  /** Whether figures have come that are not shown yet. */
  get owes(): boolean {
    return this.timer !== 0;
  }

  /** Another run: what waits is of the one before. */
  clear(): void {
    this.held = null;
  }

  /** The run stands elsewhere. */
  status(status: RunStatus): void {
    const { viewer } = this;
    const sameRun = status.phase === viewer.status?.phase && status.speed === viewer.status.speed && status.message === viewer.status.message;
    if (sameRun && viewer.resting) this.held = status;
    else this.take(status);
  }

  /** A picture has come: words and curves that waited go with it, one change of the page instead of three. */
  frame(): void {
    if (this.held) this.take(this.held);
    if (performance.now() - this.drawn > CURVES_MS) this.show();
  }

  /** Figures have come. A week comes as some ten messages: charts and tables are drawn once for all of them. */
  figures(): void {
    this.waiting = true;
    if (this.viewer.resting) return;
    this.timer ||= window.setTimeout(() => {
      const began = performance.now();
      this.show();
      this.charge(began);
    }, WEEK_MS);
  }

  private take(status: RunStatus): void {
    const { viewer } = this;
    this.held = null;
    viewer.takeStatus(status);
    // What was asked for while the run stands still, or goes slowly, is shown at once.
    if (!viewer.hurrying) {
      viewer.map.ask();
      this.show();
    }
  }

  private show(): void {
    if (!this.waiting) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.waiting = false;
    this.drawn = performance.now();
    this.viewer.figuresAt++;
  }
}

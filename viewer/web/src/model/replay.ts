import type { Status } from '../protocol/messages';
import type { Viewer } from './viewer.svelte';

const DAY_MS = 86_400_000;

/** Plays finished runs: what the host does for a live run, the page does here for itself. */
export class Replay {
  private days: number[] = [];
  private shown = 0;
  private speed = 14;
  private timer = 0;

  constructor(private readonly viewer: Viewer) {}

  /** Weeks have come. */
  learn(): void {
    this.days = this.viewer.weeks.days();
    if (this.shown === 0) this.shown = this.days[0] ?? 0;
    this.tell();
  }

  carry(what: string, value: number): void {
    switch (what) {
      case 'play':
        if (this.shown === this.days[this.days.length - 1]) this.shown = this.days[0];
        this.play();
        break;
      case 'pause':
        this.stop();
        break;
      case 'step':
        this.stop();
        this.move(1);
        break;
      case 'speed':
        this.speed = value;
        if (this.timer) this.play();
        break;
      case 'show':
        this.stop();
        this.shown = this.days.findLast((d) => d <= value) ?? this.days[0] ?? 0;
        break;
    }
    this.tell();
  }

  private play(): void {
    this.stop();
    this.timer = window.setInterval(() => {
      this.move(1);
      this.tell();
    }, Math.max(30, 7000 / this.speed));
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = 0;
  }

  private move(step: number): void {
    const at = this.days.indexOf(this.shown) + step;
    if (at >= 0 && at < this.days.length) this.shown = this.days[at];
    if (at >= this.days.length - 1) this.stop();
  }

  private tell(): void {
    const hello = this.viewer.hello;
    if (!hello) return;
    const dateOf = (day: number): string => new Date(Date.parse(hello.about.start) + (day - 1) * DAY_MS).toISOString().slice(0, 10);
    const last = this.days[this.days.length - 1] ?? 0;
    const status: Status = {
      phase: this.timer ? 'playing' : 'paused', progress: 1, date: dateOf(last), day: last, shownDay: this.shown, shownDate: dateOf(this.shown),
      speed: this.speed, measured: this.speed, recorded: this.days, school: 'week to this day', weather: '',
    };
    this.viewer.status = status;
    this.viewer.map.invalidate();
  }
}

import { dateOf } from './dates';
import type { RunStatus } from '../protocol/messages';
import type { Weeks } from './weeks';

/** Plays finished runs: what the host does for a live run, the page does here for itself. */
export class Replay {
  private days: number[] = [];
  private shown = 0;
  private speed = 14;
  private timer = 0;
  private backward = false;
  private start = '';
  private moved = false;
  /** A day besides those that end a week: the one that was exported. */
  private extra: { day: number; school: string } | null = null;

  /**
   * @param weeks what can be shown
   * @param take is told where the replay stands
   */
  constructor(private readonly weeks: Weeks, private readonly take: (status: RunStatus) => void) {}

  /** Weeks of a run that began on a date have come. */
  learn(start: string): void {
    this.start = start;
    this.days = this.weeks.days();
    if (this.extra && !this.days.includes(this.extra.day)) this.days = [...this.days, this.extra.day].sort((a, b) => a - b);
    // It opens on an effect: the latest week, until somebody goes elsewhere.
    if (!this.moved) this.shown = this.days[this.days.length - 1] ?? 0;
    this.tell();
  }

  /** Opens on a day, which is shown beside those that end a week. */
  openOn(day: number, school: string): void {
    this.extra = { day, school };
    this.moved = true;
    this.shown = day;
  }

  carry(what: string, value: number): void {
    this.moved ||= what !== 'arms';
    switch (what) {
      case 'play':
        if (this.shown === this.days[this.days.length - 1]) this.shown = this.days[0];
        this.play(false);
        break;
      case 'reverse':
        this.play(true);
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
        if (this.timer) this.play(this.backward);
        break;
      case 'show':
        this.stop();
        this.shown = this.days.findLast((d) => d <= value) ?? this.days[0] ?? 0;
        break;
    }
    this.tell();
  }

  private play(backward: boolean): void {
    this.stop();
    this.backward = backward;
    this.timer = window.setInterval(() => {
      this.move(backward ? -1 : 1);
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
    if (step > 0 ? at >= this.days.length - 1 : at <= 0) this.stop();
  }

  private tell(): void {
    // Nothing is known yet of the run that was greeted.
    if (!this.start) return;
    const last = this.days[this.days.length - 1] ?? 0;
    this.take({
      phase: this.timer ? 'playing' : 'paused', reverse: this.timer !== 0 && this.backward, progress: 1, date: dateOf(this.start, last), day: last, shownDay: this.shown, shownDate: dateOf(this.start, this.shown),
      speed: this.speed, measured: this.speed, recorded: this.days, school: this.extra?.day === this.shown ? this.extra.school : 'week to this day', weather: '',
    });
  }
}

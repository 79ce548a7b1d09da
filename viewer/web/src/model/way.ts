import { dayOf, momentOf } from './dates';
import { schoolDayFrom } from './schoolDays';
import type { RunStatus } from '../protocol/messages';
import type { Viewer } from './viewer.svelte';

/** The way from the day on screen to another: to a date, to the next day that says something, on or back. */
export class Way {
  /** Day that the run is on its way to, 0 when it is on no way. */
  runningTo = 0;
  /** Which way a school day is looked for among days that were kept, 0 when none is. */
  private seeking: -1 | 0 | 1 = 0;

  constructor(private readonly viewer: Viewer) {}

  /** Shows a date: a recorded week where the run has been there, else the run goes there first. */
  toDate(date: string): void {
    const { hello, status } = this.viewer;
    if (!hello || !status) return;
    const day = dayOf(hello.about.start, momentOf(date));
    if (day <= status.day || hello.mode !== 'live') this.viewer.send('show', Math.max(0, day));
    else this.run(day);
  }

  /** So many days on or back, and on from there to a day that says something: a school day where the topic is school. */
  toSchoolDay(days: number): void {
    const { hello, status } = this.viewer;
    if (!hello || !status) return;
    const wanted = Math.max(0, status.shownDay + days);
    const step = days < 0 ? -1 : 1;
    const day = this.ofSchool ? schoolDayFrom(hello.schoolDays, wanted, step) : wanted;
    if (day > status.day && hello.mode === 'live') {
      this.run(day);
      return;
    }
    // Of days gone by not all are kept: where the next one that is has no school, it goes on from there.
    this.seeking = hello.mode === 'runs' ? 0 : step;
    if (days === 1) this.viewer.send('step');
    else this.viewer.send('show', Math.min(day, status.day));
  }

  /** Plays or pauses; what has been played to its end begins again. */
  toggle(): void {
    const { viewer } = this;
    if (viewer.status?.phase === 'finished') viewer.send('show', 0);
    viewer.send(viewer.playing && !viewer.status?.reverse ? 'pause' : 'play');
  }

  /** The run stands elsewhere than before. */
  came(before: number, status: RunStatus): void {
    this.seekOn(before, status);
    if (status.day >= this.runningTo || status.phase === 'failed') this.runningTo = 0;
  }

  private run(day: number): void {
    this.runningTo = Math.min(day, this.viewer.hello?.days ?? 0);
    this.viewer.send('until', this.runningTo);
  }

  /** Whether what is looked at happens on school days only. */
  private get ofSchool(): boolean {
    return this.viewer.topic.startsWith('school_');
  }

  /** Goes on where looking for a school day came to a day without one. */
  private seekOn(before: number, status: RunStatus): void {
    const { seeking } = this;
    if (seeking === 0 || status.shownDay === before) return;
    this.seeking = 0;
    const more = seeking < 0 ? status.shownDay > 0 : status.shownDay < status.day;
    if (this.ofSchool && more && status.school !== 'school day') this.toSchoolDay(seeking);
  }
}

import type { RunStatus } from '../protocol/messages';
import type { Viewer } from './viewer.svelte';

/** A screen opens on an effect: the presenter's page runs to the first weeks with one, once for each plan. */
export class Openings {
  private opened = false;

  constructor(private readonly viewer: Viewer) {}

  /** Another plan opens as the first did. */
  again(): void {
    this.opened = false;
  }

  /** The run stands somewhere. */
  status(status: RunStatus): void {
    const { hello, explore } = this.viewer;
    if (this.opened || explore || !hello || hello.guest || status.phase !== 'paused') return;
    this.opened = true;
    if (status.day === 0 && hello.opening > 0) this.viewer.send('until', hello.opening);
  }
}

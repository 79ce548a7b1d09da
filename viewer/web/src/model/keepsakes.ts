import type { Viewer } from './viewer.svelte';

/** What can be taken away of a run: its scenario as text, the day on screen, the messages that an export repeats, the recording. */
export class Keepsakes {
  /** What an export repeats of what the host sent. */
  outlines: ArrayBuffer | null = null;
  positions: ArrayBuffer | null = null;
  scenario: ArrayBuffer | null = null;
  /** The scenario as text, where it was sent, and who waits for it. */
  private text = '';
  private readonly wanting: ((text: string) => void)[] = [];
  private readonly lending: ((frame: ArrayBuffer) => void)[] = [];

  constructor(private readonly viewer: Viewer) {}

  /** Whether there is a run to keep, and the right to. */
  get canKeepRun(): boolean {
    const { hello, status } = this.viewer;
    return hello?.mode === 'live' && !hello.guest && (status?.recorded.length ?? 0) > 0;
  }

  /** Keeps what is recorded of the run: the host hands it over as a file, and says which days are in it. */
  keepRun(): void {
    const link = document.createElement('a');
    link.href = 'recording';
    link.download = '';
    link.click();
    this.viewer.order({ do: 'kept' });
  }

  /** The day on screen with both arms' residents, as the host sends it; null where there is none. */
  frameMessage(): Promise<ArrayBuffer | null> {
    const { viewer } = this;
    if (!viewer.connected || viewer.hello?.mode === 'runs' || !viewer.frame) return Promise.resolve(null);
    const frame = new Promise<ArrayBuffer>((resolve) => this.lending.push(resolve));
    viewer.arms.borrow();
    return frame;
  }

  /** A day has come: whoever wants its bytes takes them before the map does. */
  lendFrame(message: ArrayBuffer, arms: number): void {
    if (this.lending.length === 0 || arms !== 3) return;
    const copy = message.slice(0);
    for (const resolve of this.lending.splice(0)) resolve(copy);
    this.viewer.arms.choose();
  }

  /** The scenario as it stands, as text; empty where the host has none. */
  scenarioText(): Promise<string> {
    const { viewer } = this;
    if (!viewer.connected || viewer.hello?.mode === 'runs' || viewer.hello?.guest) return Promise.resolve(this.text);
    viewer.send('scenario');
    return new Promise((resolve) => this.wanting.push(resolve));
  }

  /** The host, or an exported page, has the scenario as text. */
  takeText(text: string): void {
    this.text = text;
    for (const resolve of this.wanting.splice(0)) resolve(text);
  }
}

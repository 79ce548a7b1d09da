import { ALL_CATEGORIES } from './filter';
import type { Viewer } from './viewer.svelte';

/** Nobody's residents, the plan's, those without it, both: as the protocol numbers them. */
const BOTH = 3;

/** Whose residents are taken from the host. */
export class Arms {
  private asked = -1;

  constructor(private readonly viewer: Viewer) {}

  /**
   * Arms whose residents are drawn one by one. Without a graphics card, residents seen from afar are painted by their
   * neighbourhood's colour, so that while days pass their bytes need not be sent at all.
   */
  get wanted(): number {
    const { compare, map, explore, far, filter, playing } = this.viewer;
    if (!explore) return BOTH;
    const drawn = !(map.software && far) || compare === 'difference' || filter.categories !== ALL_CATEGORIES || !playing;
    return !drawn ? 0 : compare === 'off' ? 1 : BOTH;
  }

  /** Tells the host which arms' residents are wanted, when that has changed, and takes them at once. */
  choose(): void {
    const { wanted } = this;
    if (wanted === this.asked) return;
    this.asked = wanted;
    this.viewer.send('arms', wanted);
    this.viewer.map.ask();
  }

  /** The host knows nothing of what was asked before. */
  again(): void {
    this.asked = -1;
    this.choose();
  }

  /** Takes the day on screen once more, with both. */
  borrow(): void {
    this.asked = -1;
    this.viewer.send('arms', BOTH);
    this.viewer.send('ready');
  }
}

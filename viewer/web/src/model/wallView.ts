import type { WallView } from '../protocol/messages';
import type { Outlook, Viewer } from './viewer.svelte';

/** What the wall shows, for phones to follow and for an export to open on. */
export function viewOf(viewer: Viewer): WallView {
  const stand = viewer.map.stand;
  return {
    view: viewer.outlook, indicator: viewer.topic, ...(stand && { x: stand.x, y: stand.y, pixelsPerKm: stand.pixelsPerKm }), place: viewer.place, step: viewer.stepIndex, light: viewer.theme === 'light', dark: viewer.black,
  };
}

/** Shows what the wall shows. */
export function follow(viewer: Viewer, view: WallView): void {
  viewer.outlook = view.view as Outlook;
  viewer.choose(view.indicator);
  viewer.theme = view.light ? 'light' : 'dark';
  viewer.stepIndex = view.step;
  if (viewer.place !== view.place) viewer.narrow({ place: view.place });
  viewer.map.standAt(view.x !== undefined && view.y !== undefined && view.pixelsPerKm !== undefined ? { x: view.x, y: view.y, pixelsPerKm: view.pixelsPerKm } : null);
  viewer.map.invalidate();
}

/** Leads walls and phones: tells them what is shown here, and follows another window of the presenter's without telling it back. */
export class Lead {
  /** What they were told last. */
  private told = '';

  constructor(private readonly viewer: Viewer) {}

  tell(): void {
    const { viewer } = this;
    const view = viewOf(viewer);
    if (viewer.link !== 'open' || !viewer.hello || viewer.hello.guest || !viewer.connected) {
      this.told = '';
      return;
    }
    const telling = JSON.stringify(view);
    if (telling === this.told) return;
    this.told = telling;
    viewer.order({ do: 'view', view });
  }

  follow(view: WallView): void {
    follow(this.viewer, view);
    this.told = JSON.stringify(viewOf(this.viewer));
  }
}

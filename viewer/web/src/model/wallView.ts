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

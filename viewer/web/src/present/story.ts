import { layerOf } from '../model/layers';
import type { Compare, Viewer } from '../model/viewer.svelte';

/** What the notes window shows. */
export interface NotesMessage {
  step: number;
  of: number;
  title: string;
  caption: string;
  notes: string;
  next: string;
}

export const NOTES_CHANNEL = 'simulation-notes';

/** Goes to a step of the story; false when there is no such step. */
export function goTo(viewer: Viewer, index: number): boolean {
  const steps = viewer.hello?.story?.steps ?? [];
  const step = steps[index];
  if (!step || !viewer.hello) return false;
  viewer.stepIndex = index;
  if (step.layer) viewer.setLayer(layerOf(step.layer).id);
  viewer.setCompare((step.compare ?? 'off') as Compare);
  if (step.indicator) {
    viewer.indicator = step.indicator;
    viewer.lookAt(step.indicator);
  }
  viewer.narrow({ place: step.place ? viewer.hello.places.indexOf(step.place) : -1 });
  const place = step.place ? viewer.hello.places.indexOf(step.place) : -1;
  if (place >= 0) viewer.map.flyToPlace(place, step.zoom ?? 1);
  else viewer.map.home();
  if (!viewer.hello.guest) {
    if (step.week !== undefined) viewer.send('show', step.week * 7);
    if (step.date !== undefined) viewer.way.toDate(step.date);
    if (step.play !== undefined) {
      viewer.send('speed', step.play);
      viewer.send('play');
    } else if (viewer.playing && viewer.way.runningTo === 0) {
      viewer.send('pause');
    }
  }
  tellNotes(viewer);
  viewer.lead.tell();
  return true;
}

/** Tells the notes window where the story stands. */
export function tellNotes(viewer: Viewer): void {
  const steps = viewer.hello?.story?.steps ?? [];
  const step = steps[viewer.stepIndex];
  const message: NotesMessage = {
    step: viewer.stepIndex + 1,
    of: steps.length,
    title: step?.title ?? '',
    caption: step?.caption ?? '',
    notes: step?.notes ?? '',
    next: steps[viewer.stepIndex + 1]?.title ?? '',
  };
  channel().postMessage(message);
}

let open: BroadcastChannel | null = null;

function channel(): BroadcastChannel {
  open ??= new BroadcastChannel(NOTES_CHANNEL);
  return open;
}

/** Answers a notes window that opens in the middle of a story. */
export function answerNotes(viewer: Viewer): void {
  channel().onmessage = (event) => {
    if (event.data === 'where') tellNotes(viewer);
  };
}

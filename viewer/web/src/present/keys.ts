import type { Viewer } from '../model/viewer.svelte';
import { exportPage } from './exportPage';
import { savePicture, toggleRecording } from './picture';
import { goTo } from './story';

export const KEYS: [string, string][] = [
  ['Space', 'Play or pause; in a story, the next step'],
  ['→  ←', 'Next and previous school day; in a story, next and previous step'],
  ['Page Down, Page Up', 'Next and previous step of the story (clicker)'],
  ['1 – 9', 'Fly to a place; 0 shows all'],
  ['M', 'Next map layer (when looking closer)'],
  ['D', 'Difference that the plan makes, on and off (when looking closer)'],
  ['S   W', 'Side by side; swipe (when looking closer)'],
  ['Shift + arrows, + −', 'Move and zoom the map'],
  ['L', 'Large type'],
  ['P', 'Panels on and off'],
  ['F', 'The wall in full screen, and back (also Escape)'],
  ['T', 'Light for bright rooms, dark for dim ones'],
  ['J', 'Hold up the address and the code for phones'],
  ['B  or  .', 'Black screen, and back'],
  ['N', 'Notes in a second window'],
  ['C   R   E', 'Save a picture; record, and stop; export the page'],
  ['K', 'Keep the run as a file that opens again'],
  ['?', 'This list'],
];

/** Keys and clicker. Keys typed into a control belong to the control. */
export function handleKey(viewer: Viewer, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || viewer.help) return;
  const target = event.target as HTMLElement;
  const control = /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
  const pressable = control || target.tagName === 'BUTTON';
  if (control && event.key !== 'PageDown' && event.key !== 'PageUp') return;
  if (pressable && (event.key === ' ' || event.key === 'Enter')) return;
  if (act(viewer, event)) event.preventDefault();
}

function act(viewer: Viewer, event: KeyboardEvent): boolean {
  const guest = viewer.hello?.guest ?? true;
  const story = viewer.stepIndex >= 0;
  if (event.shiftKey && event.key.startsWith('Arrow')) {
    const step = 80;
    viewer.map.panBy(event.key === 'ArrowLeft' ? step : event.key === 'ArrowRight' ? -step : 0, event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : 0);
    return true;
  }
  switch (event.key) {
    case ' ':
      if (story) goTo(viewer, viewer.stepIndex + 1);
      else if (!guest) viewer.way.toggle();
      return true;
    case 'PageDown':
      return goTo(viewer, viewer.stepIndex + 1);
    case 'PageUp':
      return goTo(viewer, viewer.stepIndex - 1);
    case 'ArrowRight':
      if (story) return goTo(viewer, viewer.stepIndex + 1);
      if (!guest) viewer.way.toSchoolDay(1);
      return true;
    case 'ArrowLeft':
      if (story) return goTo(viewer, viewer.stepIndex - 1);
      if (!guest) viewer.way.toSchoolDay(-1);
      return true;
    case '+':
    case '=':
      viewer.map.zoom(1.4);
      return true;
    case '-':
      viewer.map.zoom(1 / 1.4);
      return true;
    case '0':
      viewer.narrow({ place: -1 });
      viewer.map.home();
      return true;
    case '.':
    case 'b':
      viewer.black = !viewer.black;
      return true;
    case '?':
      viewer.help = true;
      return true;
    case 'm': {
      const shown = viewer.shown.layers();
      viewer.setLayer(shown[(shown.findIndex((l) => l.id === viewer.layerId) + 1) % shown.length].id);
      return true;
    }
    case 'd':
      viewer.setCompare(viewer.compare === 'difference' ? 'off' : 'difference');
      return true;
    case 's':
      viewer.setCompare(viewer.compare === 'side' ? 'off' : 'side');
      return true;
    case 'w':
      viewer.setCompare(viewer.compare === 'swipe' ? 'off' : 'swipe');
      return true;
    case 't':
      viewer.turnLight();
      return true;
    case 'j':
      viewer.inviting = !viewer.inviting;
      return true;
    case 'Escape':
      if (story) viewer.stepIndex = -1;
      else viewer.bare = false;
      return true;
    case 'l':
      viewer.large = !viewer.large;
      return true;
    case 'p':
      if (viewer.explore) viewer.panels = !viewer.panels;
      else viewer.sheet = !viewer.sheet;
      return true;
    case 'f':
      viewer.bare = !viewer.bare;
      if (document.fullscreenElement) void document.exitFullscreen();
      else if (viewer.bare) void document.documentElement.requestFullscreen().catch(() => undefined);
      return true;
    case 'c':
      void savePicture(viewer);
      return true;
    case 'r':
      toggleRecording(viewer);
      return true;
    case 'e':
      void exportPage(viewer);
      return true;
    case 'k':
      if (viewer.keepsakes.canKeepRun) viewer.keepsakes.keepRun();
      return true;
    case 'n':
      window.open('?notes', 'notes', 'width=900,height=600');
      return true;
  }
  if (/^[1-9]$/.test(event.key)) {
    viewer.map.flyToPlace(Number(event.key) - 1);
    return true;
  }
  return false;
}

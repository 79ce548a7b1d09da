import { longDate, momentOf } from '../model/dates';
import { download } from '../model/download';
import type { Viewer } from '../model/viewer.svelte';
import { paintElement } from './paint';
import { withTexts } from './pngText';
import { fileName, identityOf, titleOf, truthOf } from './truth';

/** Lines of the picture that the line at its foot takes, of 45. */
const FOOT = 1.6;

/** Draws what the room sees of the map, with all that is written on it and a line that says which run it is, on one canvas: for pictures and recordings. */
export function compose(viewer: Viewer, target: HTMLCanvasElement): void {
  const source = viewer.map.canvasElement;
  const page = source?.closest('main');
  const g = target.getContext('2d');
  if (!source || !page || !g) return;
  const unit = source.height / 45;
  const foot = Math.round(FOOT * unit);
  const height = source.height + foot;
  // A recording's pictures have one size.
  if (target.width !== source.width || target.height !== height) {
    target.width = source.width;
    target.height = height;
  }
  const style = getComputedStyle(page);
  g.fillStyle = style.backgroundColor === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement).backgroundColor : style.backgroundColor;
  g.fillRect(0, 0, target.width, height);
  g.drawImage(source, 0, 0);
  paintElement(g, page, source.width / source.clientWidth);
  g.textAlign = 'left';
  g.textBaseline = 'middle';
  g.letterSpacing = '0px';
  g.font = `500 ${unit * 0.75}px 'Inter Variable', sans-serif`;
  g.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(viewer.explore ? '--soft' : '--ink2');
  const date = viewer.status ? longDate(momentOf(viewer.status.shownDate)) : '';
  g.fillText([titleOf(viewer), date, identityOf(viewer)].join(' · '), unit, source.height + foot / 2, target.width - 2 * unit);
}

/** Saves the map as a PNG of the size it has on screen; what it was taken of lies in the file. */
export async function savePicture(viewer: Viewer): Promise<void> {
  const canvas = document.createElement('canvas');
  compose(viewer, canvas);
  const name = fileName(viewer, 'png');
  const [blob, truth] = await Promise.all([new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png')), truthOf(viewer)]);
  if (!blob) {
    viewer.say('The browser could not make a picture.', true);
    return;
  }
  const description = [truth.date, ...truth.levers, ...truth.pulls].join('\n');
  download(withTexts(await blob.arrayBuffer(), { Title: truth.title, Description: description, Source: truth.identity, Scenario: truth.scenario }), name);
  viewer.say('The picture is in your downloads.');
}

let recorder: Recorder | null = null;

/** Begins a recording of the map, or ends the one under way. */
export function toggleRecording(viewer: Viewer): void {
  if (viewer.recording) {
    recorder?.stop();
    recorder = null;
    viewer.recording = false;
  } else {
    recorder = new Recorder(viewer);
    viewer.recording = recorder.start();
  }
}

/** Records the map to WebM until stopped: every picture says at its foot which run it is. */
class Recorder {
  private readonly canvas = document.createElement('canvas');
  private readonly parts: Blob[] = [];
  private recorder: MediaRecorder | null = null;
  private unhook: () => void = () => undefined;

  constructor(private readonly viewer: Viewer) {}

  start(): boolean {
    const type = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'].find((t) => MediaRecorder.isTypeSupported(t));
    if (!type) {
      this.viewer.say('This browser cannot record WebM. Use Chrome, Edge or Firefox, or save pictures.', true);
      return false;
    }
    compose(this.viewer, this.canvas);
    this.recorder = new MediaRecorder(this.canvas.captureStream(30), { mimeType: type, videoBitsPerSecond: 12_000_000 });
    this.recorder.ondataavailable = (event) => this.parts.push(event.data);
    this.recorder.onstop = () => {
      download(new Blob(this.parts, { type: 'video/webm' }), fileName(this.viewer, 'webm'));
      this.viewer.say('The recording is in your downloads.');
    };
    this.recorder.start(1000);
    this.unhook = this.viewer.map.onDraw(() => compose(this.viewer, this.canvas));
    return true;
  }

  stop(): void {
    this.unhook();
    if (this.recorder?.state === 'recording') this.recorder.stop();
    this.recorder = null;
  }
}

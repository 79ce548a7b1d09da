import { fullDate, momentOf } from '../model/dates';
import { download } from '../model/download';
import { changeRange, format, formatChange, Paint } from '../model/layers';
import { colourAt, css, WALL } from '../model/palettes';
import { LABEL_TYPE, LabelLayout } from '../map/labels';
import type { Viewer } from '../model/viewer.svelte';

const DARK = css(WALL);
const TEXT = '#eef3fb';
const SOFT = '#b3c0d6';

let layout: LabelLayout | null = null;

/** Draws what the room sees of the map, with title, date, labels and legend, on one canvas: for pictures and recordings. */
export function compose(viewer: Viewer, target: HTMLCanvasElement): void {
  const source = viewer.map.canvasElement;
  const g = target.getContext('2d');
  if (!source || !g) return;
  if (target.width !== source.width || target.height !== source.height) {
    target.width = source.width;
    target.height = source.height;
  }
  g.drawImage(source, 0, 0);
  const unit = target.height / 45;
  drawHead(viewer, g, target.width, unit);
  drawLabels(viewer, g, unit);
  drawLegend(viewer, g, target.height, unit);
}

function font(g: CanvasRenderingContext2D, size: number, weight = 400): void {
  g.font = `${weight} ${size}px 'Inter Variable', sans-serif`;
}

function drawHead(viewer: Viewer, g: CanvasRenderingContext2D, width: number, unit: number): void {
  const status = viewer.status;
  g.textBaseline = 'top';
  g.fillStyle = TEXT;
  font(g, unit * 1.5, 700);
  g.textAlign = 'left';
  g.fillText(viewer.hello?.about.title ?? '', unit, unit);
  g.textAlign = 'right';
  if (status) {
    g.fillText(fullDate(momentOf(status.shownDate)), width - unit, unit);
  }
  font(g, unit);
  g.fillStyle = SOFT;
  g.fillText([status?.school, status?.weather].filter(Boolean).join(', '), width - unit, unit * 3);
  g.textAlign = 'left';
  const words = { off: 'Scenario', difference: 'Difference from the baseline', side: 'Baseline left, scenario right', swipe: 'Baseline left, scenario right' };
  g.fillText(words[viewer.compare], unit, unit * 3);
}

function drawLabels(viewer: Viewer, g: CanvasRenderingContext2D, unit: number): void {
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  layout ??= new LabelLayout(viewer);
  for (const label of layout.place(unit, 1)) {
    const type = LABEL_TYPE[label.kind];
    font(g, unit * type.size, type.weight);
    g.strokeStyle = DARK;
    g.lineWidth = unit / 4;
    g.strokeText(label.text, label.x, label.y);
    g.fillStyle = type.colour;
    g.fillText(label.text, label.x, label.y);
  }
}

function drawLegend(viewer: Viewer, g: CanvasRenderingContext2D, height: number, unit: number): void {
  const layer = viewer.layer;
  const changing = viewer.compare === 'difference';
  const values = viewer.share;
  const keyed = !changing && viewer.near && layer.paint !== Paint.Neighbourhood;
  const lines = keyed ? layer.keys.length : 2;
  const width = unit * 19;
  const top = height - unit * (4.6 + 1.4 * lines);
  g.fillStyle = 'rgb(18 27 42 / 0.92)';
  g.fillRect(unit, top, width, height - top - unit);
  g.textAlign = 'left';
  g.textBaseline = 'top';
  g.fillStyle = TEXT;
  font(g, unit * 0.85, 650);
  g.fillText((changing ? 'Change: ' : '') + layer.measure, unit * 1.6, top + unit * 0.6, width - unit * 1.2);
  font(g, unit * 0.8);
  if (keyed) {
    layer.keys.forEach((key, i) => {
      g.fillStyle = key.colour;
      g.fillRect(unit * 1.6, top + unit * (2.1 + 1.4 * i), unit * 0.8, unit * 0.8);
      g.fillStyle = SOFT;
      g.fillText(key.label, unit * 2.8, top + unit * (2 + 1.4 * i), width - unit * 2.4);
    });
  } else {
    const range = changing ? changeRange(layer, viewer.rangeOf(layer)) : viewer.rangeOf(layer);
    for (let i = 0; i < 48; i++) {
      g.fillStyle = css(colourAt(changing ? 'diverging' : 'sequential', i / 47));
      g.fillRect(unit * 1.6 + (i * (width - unit * 1.2)) / 48, top + unit * 2, (width - unit * 1.2) / 48 + 1, unit * 0.9);
    }
    g.fillStyle = SOFT;
    const write = changing ? formatChange : format;
    g.fillText(write(layer, range[0]), unit * 1.6, top + unit * 3.2);
    g.textAlign = 'right';
    g.fillText(write(layer, range[1]), unit + width - unit * 0.6, top + unit * 3.2);
    g.textAlign = 'left';
  }
  if (values.length < 2) return;
  const total = changing ? formatChange(layer, values[0].total - values[1].total) : format(layer, values[0].total);
  if (!total.includes('no data')) {
    g.fillStyle = TEXT;
    font(g, unit * 1.2, 700);
    g.fillText(total, unit * 1.6, height - unit * 2.7);
    const wide = g.measureText(total).width;
    font(g, unit * 0.8);
    g.fillStyle = SOFT;
    g.fillText(`n = ${values[0].totalCount.toLocaleString('en-GB')}`, unit * 2.2 + wide, height - unit * 2.4);
  }
}

const fileName = (viewer: Viewer, ending: string): string =>
  `${(viewer.hello?.about.title ?? 'simulation').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${viewer.status?.shownDate ?? ''}.${ending}`;

/** Saves the map as a PNG of the size it has on screen. */
export function savePicture(viewer: Viewer): void {
  const canvas = document.createElement('canvas');
  compose(viewer, canvas);
  canvas.toBlob((blob) => {
    if (blob) download(blob, fileName(viewer, 'png'));
    viewer.say(blob ? 'The picture is in your downloads.' : 'The browser could not make a picture.', !blob);
  }, 'image/png');
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

/** Records the map to WebM until stopped. */
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

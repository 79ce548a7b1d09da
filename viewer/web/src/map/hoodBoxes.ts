import { placed, type Positions } from '../protocol/decode';
import { type Hello } from '../protocol/messages';
import type { Camera } from './camera';
import type { View } from './view';

/** Pixels at the smallest type by which a dot, or a home outside its outline, may reach into the picture. */
const MARGIN = 20;

/** Where each neighbourhood's residents live: their middle and the box about them, quantised. */
export class HoodBoxes {
  /** x, y of each. */
  readonly middles: Float32Array<ArrayBuffer>;
  /** First resident of each, and one more entry. */
  private readonly first: Uint32Array;
  /** West, south, east, north of each. */
  private readonly boxes: Uint16Array;

  constructor(hello: Hello, positions: Positions) {
    const hoods = hello.neighbourhoods;
    this.middles = new Float32Array(hoods.length * 2);
    this.boxes = new Uint16Array(hoods.length * 4);
    this.first = new Uint32Array(hoods.length + 1);
    const { xy } = positions;
    hoods.forEach((hood, n) => {
      const begin = this.first[n];
      const end = begin + placed(hood);
      this.first[n + 1] = end;
      let [west, south, east, north, sumX, sumY] = [65535, 65535, 0, 0, 0, 0];
      for (let i = begin; i < end; i++) {
        const x = xy[2 * i];
        const y = xy[2 * i + 1];
        sumX += x;
        sumY += y;
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
      this.middles.set([sumX / Math.max(1, end - begin), sumY / Math.max(1, end - begin)], 2 * n);
      this.boxes.set([west, south, east, north], 4 * n);
    });
  }

  /** Finds who is in a picture so high. Residents come neighbourhood by neighbourhood, so those are a few runs of rows. */
  inPicture(camera: Camera, view: View, height: number): { runs: [number, number][]; residents: number } {
    const margin = MARGIN * view.unit;
    const [west, north] = camera.toBox(view.left - margin, -margin, view.middle * 2, height);
    const [east, south] = camera.toBox(view.right + margin, height + margin, view.middle * 2, height);
    return this.runsWithin(west * 65535, south * 65535, east * 65535, north * 65535);
  }

  /** Runs of residents, first and one past the last, whose neighbourhoods reach into a rectangle of the quantised box. */
  private runsWithin(west: number, south: number, east: number, north: number): { runs: [number, number][]; residents: number } {
    const runs: [number, number][] = [];
    let residents = 0;
    for (let n = 0; n + 1 < this.first.length; n++) {
      const at = 4 * n;
      const { boxes, first } = this;
      if (boxes[at] > east || boxes[at + 2] < west || boxes[at + 1] > north || boxes[at + 3] < south) continue;
      const last = runs[runs.length - 1];
      if (last && last[1] === first[n]) last[1] = first[n + 1];
      else runs.push([first[n], first[n + 1]]);
      residents += first[n + 1] - first[n];
    }
    return { runs, residents };
  }
}

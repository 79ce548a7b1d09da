import map from '../../../../look/map/map.json';
import type { Camera } from '../camera';

/** Where a region begins on the model's grid, metres, and how wide it is. */
export interface Box {
  west: number;
  south: number;
  size: number;
}

/** What a camera sees in a picture of a size: metres, and the quantised box, to pixels. */
export class Sight {
  readonly pixelsPerKm: number;

  /**
   * @param middle where the camera's middle lies, pixels from the left
   * @param unit pixels for what is a pixel on a small screen
   */
  constructor(
    private readonly camera: Camera, readonly box: Box, readonly width: number, readonly height: number, private readonly middle: number, readonly unit: number,
  ) {
    this.pixelsPerKm = (camera.scale / box.size) * 1000;
  }

  ofMetres(east: number, north: number): [number, number] {
    const { camera, box } = this;
    return camera.toPixel((east - box.west) / box.size, (north - box.south) / box.size, this.middle * 2, this.height);
  }

  /** Of a position as it is sent: 0 to 65,535 over the box. */
  ofBox(x: number, y: number): [number, number] {
    return this.camera.toPixel(x / 65535, y / 65535, this.middle * 2, this.height);
  }

  /** Pixels of a sent position: scale and offset, x then y. */
  get grid(): [number, number, number, number] {
    const { camera } = this;
    const scale = camera.scale / 65535;
    return [scale, this.middle - camera.x * camera.scale, -scale, this.height / 2 + camera.y * camera.scale];
  }

  /** Says whether another sees the same. */
  get key(): string {
    const { camera, width, height, middle, unit } = this;
    return [camera.x, camera.y, camera.scale, width, height, middle, unit].join();
  }
}

/** A place on the globe in metres from the model's origin. */
export const metresOf = (longitude: number, latitude: number): [number, number] => [
  (longitude - map.origin[0]) * map.metresPerDegree[0], (latitude - map.origin[1]) * map.metresPerDegree[1],
];

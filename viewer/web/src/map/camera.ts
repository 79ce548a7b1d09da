/** Where the map looks: the unit square is the population's box, y north. */
export class Camera {
  x = 0.5;
  y = 0.5;
  /** Device pixels for the whole box. */
  scale = 1000;

  constructor(readonly boxMetres: number) {}

  get metresPerPixel(): number {
    return this.boxMetres / this.scale;
  }

  /**
   * Shows a rectangle of the unit square within `width` × `height` device pixels: between the first `top` of them and the last
   * `bottom`, and right of the first `left` where that makes it no smaller.
   */
  fit(box: [number, number, number, number], width: number, height: number, top = 0, left = 0, bottom = 0, margin = 0.03): void {
    const room = 1 - 2 * margin;
    const across = Math.max(box[2] - box[0], 1e-4);
    this.scale = Math.min((width * room) / across, ((height - top - bottom) * room) / Math.max(box[3] - box[1], 1e-4));
    const shift = Math.min(left, Math.max(0, width - across * this.scale));
    this.x = (box[0] + box[2]) / 2 - shift / 2 / this.scale;
    this.y = (box[1] + box[3]) / 2 + (top - bottom) / 2 / this.scale;
  }

  /** Shows a rectangle of the unit square in the middle of a part of the picture: no higher than a share of that part. */
  within(box: [number, number, number, number], width: number, height: number, part: [left: number, top: number, right: number, bottom: number], share: number): void {
    const [left, top, right, bottom] = part;
    const across = Math.max(box[2] - box[0], 1e-4);
    const down = Math.max(box[3] - box[1], 1e-4);
    this.scale = Math.max(1, Math.min((right - left) / across, ((bottom - top) * share) / down));
    this.x = (box[0] + box[2]) / 2 - ((left + right) / 2 - width / 2) / this.scale;
    this.y = (box[1] + box[3]) / 2 + ((top + bottom) / 2 - height / 2) / this.scale;
  }

  zoomAt(factor: number, px: number, py: number, width: number, height: number): void {
    const [bx, by] = this.toBox(px, py, width, height);
    this.scale = Math.min(Math.max(this.scale * factor, 300), this.boxMetres * 6);
    const [cx, cy] = this.toBox(px, py, width, height);
    this.x += bx - cx;
    this.y += by - cy;
  }

  panBy(dx: number, dy: number): void {
    this.x = Math.min(Math.max(this.x - dx / this.scale, 0), 1);
    this.y = Math.min(Math.max(this.y + dy / this.scale, 0), 1);
  }

  toBox(px: number, py: number, width: number, height: number): [number, number] {
    return [this.x + (px - width / 2) / this.scale, this.y - (py - height / 2) / this.scale];
  }

  toPixel(bx: number, by: number, width: number, height: number): [number, number] {
    return [(bx - this.x) * this.scale + width / 2, height / 2 - (by - this.y) * this.scale];
  }

  copyFrom(other: Camera): void {
    this.x = other.x;
    this.y = other.y;
    this.scale = other.scale;
  }
}

/** A camera between two others, `t` from 0 to 1: zooms in the logarithm, so that flights look even. */
export function between(out: Camera, from: Camera, to: Camera, t: number): void {
  const eased = t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t);
  out.scale = Math.exp(Math.log(from.scale) * (1 - eased) + Math.log(to.scale) * eased);
  out.x = from.x + (to.x - from.x) * eased;
  out.y = from.y + (to.y - from.y) * eased;
}

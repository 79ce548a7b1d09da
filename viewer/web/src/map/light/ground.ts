import map from '../../../../look/map/map.json';
import { drawing, paletteOf, rgb, type Rgb, type Theme } from '../../model/look';
import type { Outline } from '../../protocol/decode';
import type { Sight } from './sight';

/** Far from everything: beyond it no waterline is drawn. */
const FAR = 1e6;
const DIAGONAL = Math.SQRT2;

/** Land, water, motorways and borders as a camera sees them, RGBA; made once a camera. */
export function paintGround(sight: Sight, theme: Theme, places: Outline[], hoods: Outline[], only: number): ImageData {
  const { width, height } = sight;
  const palette = paletteOf(theme);
  const canvas = new OffscreenCanvas(width, height);
  const g = context(canvas);

  // The land alone first: the water's colour follows the distance from it.
  tracePaths(g, sight, map.land, true);
  g.fillStyle = '#fff';
  g.fill('evenodd');
  const water = waterAround(g.getImageData(0, 0, width, height), sight.pixelsPerKm, rgb(palette.water), rgb(palette.shore));

  g.clearRect(0, 0, width, height);
  g.fillStyle = palette.land;
  g.fill('evenodd');
  g.fillStyle = palette.region;
  g.beginPath();
  for (const place of places) traceOutline(g, sight, place);
  g.globalCompositeOperation = 'source-atop';
  g.fill('evenodd');
  g.globalCompositeOperation = 'source-over';

  const lines = context(new OffscreenCanvas(width, height));
  lines.putImageData(water, 0, 0);
  lines.drawImage(canvas, 0, 0);
  strokeRoads(lines, sight, theme);
  strokeBorders(lines, sight, theme, places, hoods, only);
  fadeEdges(lines, sight, palette.ground);
  return lines.getImageData(0, 0, width, height);
}

function context(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const g = canvas.getContext('2d', { willReadFrequently: true });
  if (!g) throw new Error('This browser has no canvas.');
  return g;
}

/** Rings or lines written as a first corner and steps, in metres from the model's origin. */
function tracePaths(g: OffscreenCanvasRenderingContext2D, sight: Sight, paths: number[][], closed: boolean): void {
  g.beginPath();
  for (const path of paths) {
    let east = path[0];
    let north = path[1];
    g.moveTo(...sight.ofMetres(east, north));
    for (let i = 2; i < path.length; i += 2) {
      east += path[i];
      north += path[i + 1];
      g.lineTo(...sight.ofMetres(east, north));
    }
    if (closed) g.closePath();
  }
}

function traceOutline(g: OffscreenCanvasRenderingContext2D, sight: Sight, outline: Outline): void {
  for (const ring of outline) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = sight.ofBox(ring[i], ring[i + 1]);
      if (i === 0) g.moveTo(x, y);
      else g.lineTo(x, y);
    }
    g.closePath();
  }
}

function strokeRoads(g: OffscreenCanvasRenderingContext2D, sight: Sight, theme: Theme): void {
  const { roads } = drawing;
  tracePaths(g, sight, map.motorways.flatMap((m) => m.lines), false);
  g.strokeStyle = paletteOf(theme).road;
  g.globalAlpha = roads.alpha[theme];
  g.lineWidth = Math.max(roads.smallest, roads.perPixelsPerKm * sight.pixelsPerKm * 0.35) * sight.unit;
  g.lineJoin = 'round';
  g.stroke();
  g.globalAlpha = 1;
}

function strokeBorders(g: OffscreenCanvasRenderingContext2D, sight: Sight, theme: Theme, places: Outline[], hoods: Outline[], only: number): void {
  const { borders } = drawing;
  const palette = paletteOf(theme);
  const stroke = (outlines: Outline[], colour: string, width: number, alpha: number): void => {
    g.beginPath();
    for (const outline of outlines) traceOutline(g, sight, outline);
    g.strokeStyle = colour;
    g.globalAlpha = alpha;
    g.lineWidth = width * sight.unit;
    g.stroke();
    g.globalAlpha = 1;
  };
  stroke(places, palette.border, borders.width, borders.alpha);
  if (sight.pixelsPerKm / sight.unit >= borders.neighbourhoodsFrom) {
    g.setLineDash(borders.dash.map((d) => d * sight.unit));
    stroke(hoods, palette.border, borders.neighbourhoodWidth, borders.neighbourhoodAlpha);
    g.setLineDash([]);
  }
  if (only >= 0 && places[only]) stroke([places[only]], palette.street.outline, borders.selectedWidth, 1);
}

/** Everything fades before the map's data ends, so that no cut shows. */
function fadeEdges(g: OffscreenCanvasRenderingContext2D, sight: Sight, ground: string): void {
  const [west, south, east, north] = map.box;
  const { eastWestKm, northSouthKm } = drawing.edge;
  const [left, top] = sight.ofMetres(west, north);
  const [right, bottom] = sight.ofMetres(east, south);
  const across = eastWestKm * sight.pixelsPerKm;
  const down = northSouthKm * sight.pixelsPerKm;
  const clear = `${ground}00`;
  const fade = (x0: number, y0: number, x1: number, y1: number, box: [number, number, number, number]): void => {
    const gradient = g.createLinearGradient(x0, y0, x1, y1);
    gradient.addColorStop(0, ground);
    gradient.addColorStop(1, clear);
    g.fillStyle = gradient;
    g.fillRect(...box);
  };
  fade(left, 0, left + across, 0, [0, 0, Math.max(0, left + across), sight.height]);
  fade(right, 0, right - across, 0, [right - across, 0, Math.max(0, sight.width - right + across), sight.height]);
  fade(0, top, 0, top + down, [0, 0, sight.width, Math.max(0, top + down)]);
  fade(0, bottom, 0, bottom - down, [0, bottom - down, sight.width, Math.max(0, sight.height - bottom + down)]);
}

/** Deep water, lighter towards the coast, with lines that follow it. */
function waterAround(land: ImageData, pixelsPerKm: number, deep: Rgb, shore: Rgb): ImageData {
  const { width, height, data } = land;
  const distance = distanceFrom(data, width, height);
  const { water } = drawing;
  const steps = Math.ceil(5 * pixelsPerKm) * 4;
  const table = Float32Array.from({ length: steps + 1 }, (_, i) => {
    const km = i / 4 / pixelsPerKm;
    let share = water.shore * Math.exp(-km / water.shoreKm);
    for (const [at, alpha] of water.lines) {
      const off = (km - at) * pixelsPerKm;
      share += (1 - share) * alpha * Math.exp((-off * off) / (2 * water.lineSigma * water.lineSigma)) * 0.5;
    }
    return share;
  });
  for (let i = 0; i < distance.length; i++) {
    const share = table[Math.min(steps, Math.round(distance[i] * 4))];
    for (let c = 0; c < 3; c++) data[4 * i + c] = deep[c] + (shore[c] - deep[c]) * share;
    data[4 * i + 3] = 255;
  }
  return land;
}

/** Pixels from the nearest land, by two sweeps. */
function distanceFrom(pixels: Uint8ClampedArray, width: number, height: number): Float32Array {
  const d = Float32Array.from({ length: width * height }, (_, i) => (pixels[4 * i + 3] > 127 ? 0 : FAR));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (d[i] === 0) continue;
      let best = d[i];
      if (x > 0) best = Math.min(best, d[i - 1] + 1);
      if (y > 0) {
        best = Math.min(best, d[i - width] + 1);
        if (x > 0) best = Math.min(best, d[i - width - 1] + DIAGONAL);
        if (x + 1 < width) best = Math.min(best, d[i - width + 1] + DIAGONAL);
      }
      d[i] = best;
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      const i = y * width + x;
      if (d[i] === 0) continue;
      let best = d[i];
      if (x + 1 < width) best = Math.min(best, d[i + 1] + 1);
      if (y + 1 < height) {
        best = Math.min(best, d[i + width] + 1);
        if (x > 0) best = Math.min(best, d[i + width - 1] + DIAGONAL);
        if (x + 1 < width) best = Math.min(best, d[i + width + 1] + DIAGONAL);
      }
      d[i] = best;
    }
  }
  return d;
}

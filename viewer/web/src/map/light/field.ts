/** Numbers over a picture's cells, perhaps at a smaller scale: `shift` halvings of width and height. */
export interface Field {
  data: Float32Array;
  width: number;
  height: number;
  shift: number;
}

export const fieldOf = (width: number, height: number): Field => ({ data: new Float32Array(width * height), width, height, shift: 0 });

/** Below this many pixels a blur is taken on the picture itself. */
const SHRINK_ABOVE = 2.5;
/** A smaller picture leaves the blur at least so wide, in its own pixels. */
const LEAST = 1.25;

/** A field blurred by a Gaussian of a width in pixels of the picture; wide blurs are taken on a smaller picture. */
export function blur(field: Field, sigma: number): Field {
  let from = field;
  let width = sigma;
  while (width >= SHRINK_ABOVE && width / 2 >= LEAST) {
    from = halved(from);
    width /= 2;
  }
  return gaussian(from, width);
}

/** The field at half the scale: the mean of four cells. */
function halved({ data, width, height, shift }: Field): Field {
  const w = (width + 1) >> 1;
  const h = (height + 1) >> 1;
  const out = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    const a = 2 * y * width;
    const b = 2 * y + 1 < height ? a + width : -1;
    for (let x = 0; x < w; x++) {
      const i = a + 2 * x;
      const inside = 2 * x + 1 < width;
      let sum = data[i] + (inside ? data[i + 1] : 0);
      if (b >= 0) sum += data[b + 2 * x] + (inside ? data[b + 2 * x + 1] : 0);
      out[y * w + x] = sum / 4;
    }
  }
  return { data: out, width: w, height: h, shift: shift + 1 };
}

function gaussian({ data, width, height, shift }: Field, sigma: number): Field {
  const reach = Math.ceil(3 * sigma);
  const weights = Float32Array.from({ length: reach + 1 }, (_, i) => Math.exp((-i * i) / (2 * sigma * sigma)));
  const total = weights.reduce((sum, w, i) => sum + (i === 0 ? w : 2 * w), 0);
  for (let i = 0; i <= reach; i++) weights[i] /= total;
  const half = new Float32Array(width * height);
  const out = new Float32Array(width * height);
  // Most of a picture is empty: what is nothing is not spread.
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const value = data[row + x];
      if (value === 0) continue;
      half[row + x] += value * weights[0];
      for (let d = 1; d <= reach; d++) {
        const part = value * weights[d];
        if (x >= d) half[row + x - d] += part;
        if (x + d < width) half[row + x + d] += part;
      }
    }
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let first = 0;
    let end = width;
    while (first < end && half[row + first] === 0) first++;
    while (end > first && half[row + end - 1] === 0) end--;
    for (let d = -reach; d <= reach; d++) {
      if (y + d < 0 || y + d >= height) continue;
      const weight = weights[Math.abs(d)];
      const to = row + d * width;
      for (let x = first; x < end; x++) out[to + x] += half[row + x] * weight;
    }
  }
  return { data: out, width, height, shift };
}

/** A row of the field at the picture's own scale, between its cells where it is smaller. */
export function rowOf({ data, width, height, shift }: Field, y: number, into: Float32Array): Float32Array {
  if (shift === 0) return data.subarray(y * width, (y + 1) * width);
  const size = 1 << shift;
  const at = Math.min(Math.max((y + 0.5) / size - 0.5, 0), height - 1);
  const top = Math.floor(at);
  const part = at - top;
  const a = top * width;
  const b = Math.min(top + 1, height - 1) * width;
  for (let x = 0; x < into.length; x++) {
    const across = Math.min(Math.max((x + 0.5) / size - 0.5, 0), width - 1);
    const left = Math.floor(across);
    const right = Math.min(left + 1, width - 1);
    const f = across - left;
    const upper = data[a + left] * (1 - f) + data[a + right] * f;
    const lower = data[b + left] * (1 - f) + data[b + right] * f;
    into[x] = upper * (1 - part) + lower * part;
  }
  return into;
}

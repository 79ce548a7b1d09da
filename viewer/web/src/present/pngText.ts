const SIGNATURE = 8;
const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** A PNG with texts in it (iTXt, UTF-8), which every program keeps and picture viewers show. */
export function withTexts(png: ArrayBuffer, texts: Record<string, string>): Blob {
  const view = new DataView(png);
  // Behind the header, which comes first: length, four letters, its body, its check.
  const at = SIGNATURE + 12 + view.getUint32(SIGNATURE);
  return new Blob([png.slice(0, at), ...Object.entries(texts).filter(([, text]) => text).map(([key, text]) => chunk(key, text)), png.slice(at)], { type: 'image/png' });
}

function chunk(key: string, text: string): ArrayBuffer {
  // Keyword, end, not compressed, no method, no language, no translated keyword.
  const body = new TextEncoder().encode(`iTXt${key}\0\0\0\0\0${text}`);
  const out = new Uint8Array(body.length + 8);
  const view = new DataView(out.buffer);
  view.setUint32(0, body.length - 4);
  out.set(body, 4);
  view.setUint32(4 + body.length, check(body));
  return out.buffer;
}

function check(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

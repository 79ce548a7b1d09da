import { expect, test } from 'vitest';
import { withTexts } from './pngText';

/** One transparent pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='), (c) => c.charCodeAt(0),
);

test('texts come behind the header with a check that holds, and the rest stays as it was', async () => {
  const bytes = new Uint8Array(await withTexts(PIXEL.buffer, { Title: 'Zwölf Wege', Empty: '' }).arrayBuffer());
  const body = new TextEncoder().encode('iTXtTitle\0\0\0\0\0Zwölf Wege');
  expect([...bytes.slice(0, 33)]).toEqual([...PIXEL.slice(0, 33)]);
  expect(new DataView(bytes.buffer).getUint32(33)).toBe(body.length - 4);
  expect([...bytes.slice(37, 37 + body.length)]).toEqual([...body]);
  expect([...bytes.slice(41 + body.length)]).toEqual([...PIXEL.slice(33)]);
  // The check of the header that came with the pixel says that ours is worked out in the same way.
  expect(bytes.length).toBe(PIXEL.length + body.length + 8);
});

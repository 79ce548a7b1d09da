import { expect, test } from 'vitest';
import { commonName, placeNames, townCandidates, type Candidate } from './names';

const size = (c: Candidate): [number, number] => [c.text.length * 15, 28];
const at = (text: string, x: number, y: number, priority: number, kind: Candidate['kind'] = 'place'): Candidate => ({ text, x, y, priority, kind });

test('no name lies on another, on the text, or over the edge', () => {
  const candidates = Array.from({ length: 60 }, (_, i) => at(`Town ${i}`, (i * 137) % 1920, (i * 89) % 1080, i));
  const names = placeNames(candidates, size, 1920, 1080, [[0, 0, 704, 1080]], 1);
  expect(names.length).toBeGreaterThan(3);
  expect(names.length).toBeLessThanOrEqual(12);
  const boxes = names.map((n) => [n.x - n.width / 2, n.y - n.height / 2, n.x + n.width / 2, n.y + n.height / 2]);
  boxes.forEach((a, i) => {
    expect(a[0]).toBeGreaterThanOrEqual(704);
    expect(a[2]).toBeLessThanOrEqual(1920 - 20);
    for (const b of boxes.slice(i + 1)) expect(a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]).toBe(false);
  });
});

test('the most important name is placed first, and one without room is left out', () => {
  const names = placeNames([at('Small', 500, 500, 1), at('Large', 500, 500, 9), at('Third', 500, 500, 0)], size, 1000, 1000, [], 1);
  expect(names[0].text).toBe('Large');
  expect([names[0].x, names[0].y]).toEqual([500, 500]);
  expect(names.find((n) => n.text === 'Small')?.y).not.toBe(500);
});

test('Liverpool comes before every other town', () => {
  const towns = townCandidates(12.4, true, (e, n) => [e, n]);
  expect(towns.find((t) => t.text === 'Liverpool')?.priority).toBe(Infinity);
  expect(towns.filter((t) => t.kind === 'outside').map((t) => t.text)).toContain('Manchester');
});

test('neighbourhoods go by the names that people use', () => {
  expect(commonName('Knowsley 001A')).toBe('Kirkby North East');
  expect(commonName('Neighbourhood 7')).toBe('Neighbourhood 7');
});

import { expect, test } from 'vitest';
import { litBy } from '../../model/look';
import { findChanged } from './changed';
import { blur, fieldOf, rowOf } from './field';
import { encoded, LIGHT, tone, ToneTable } from './tone';

const walk = 1 << 2;
const car = 4 << 2;

test('only pupils who walk on one of the two days are changed, the way that the plan wants or against it', () => {
  const facts = Uint8Array.from([64, 64, 64, 0]);
  const plan = Uint8Array.from([walk, walk, car, walk]);
  const without = Uint8Array.from([car, walk, walk, car]);
  const { gained, lost } = findChanged(litBy('school_walk'), facts, plan, without);
  expect([[...gained], [...lost]]).toEqual([[0], [2]]);
});

test('who is no longer inactive is changed for the better', () => {
  const { gained, lost } = findChanged(litBy('adults_inactive'), new Uint8Array(2), Uint8Array.from([2, 0]), Uint8Array.from([0, 2]));
  expect([[...gained], [...lost]]).toEqual([[0], [1]]);
});

test.each([0.85, 2.6, 10])('a blur of %f pixels loses nobody and lights the middle most', (sigma) => {
  const field = fieldOf(128, 128);
  field.data[64 * 128 + 64] = 1000;
  const blurred = blur(field, sigma);
  const row = new Float32Array(128);
  let sum = 0;
  for (let y = 0; y < 128; y++) for (const value of rowOf(blurred, y, row)) sum += value;
  expect(sum / 1000).toBeCloseTo(1, 1);
  const middle = rowOf(blurred, 64, row);
  expect(middle[64]).toBeGreaterThan(middle[64 + Math.ceil(2 * sigma)]);
});

test('tones begin at nothing, end at all, and the tables say the same as the formula', () => {
  expect([tone(0, 10, 420), tone(420, 10, 420), tone(1e9, 10, 420)]).toEqual([0, 1, 1]);
  const table = new ToneTable(10, 420);
  for (const density of [3, 20, 150, 400]) expect(table.at(density)).toBeCloseTo(tone(density, 10, 420), 2);
  for (const byte of [0, 13, 128, 255]) expect(encoded(LIGHT[byte])).toBeCloseTo(byte, 0);
});

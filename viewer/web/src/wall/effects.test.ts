import { expect, test } from 'vitest';
import { scaleOf } from './effects';

const effect = (change: number, low: number, high: number) => ({ words: '', unit: 'of 100', change, low, high });

test('all cards share one scale, and one lever that is stronger than six rescales them together', () => {
  expect(scaleOf([])).toBe(42);
  expect(scaleOf([effect(1.2, 0.8, 1.5), effect(3.7, 3, 4.4)])).toBe(42);
  expect(scaleOf([effect(1.2, 0.8, 1.5), effect(-9, -12, -7)])).toBe(21);
});

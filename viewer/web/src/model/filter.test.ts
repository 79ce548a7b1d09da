import { expect, test } from 'vitest';
import { ALL_AGES, decilesOf, EVERYBODY, factsOf, isEverybody, turn } from './filter';

test('a chip narrows from all to itself, and from itself back to all', () => {
  expect(turn(ALL_AGES, 4, ALL_AGES)).toBe(4);
  expect(turn(4, 8, ALL_AGES)).toBe(12);
  expect(turn(4, 4, ALL_AGES)).toBe(ALL_AGES);
});

test('a fifth is two deciles, counted from bit 1', () => {
  expect(decilesOf(1)).toBe(0b110);
  expect(decilesOf(5)).toBe(0b11000000000);
});

test('facts are tested as bits that must be set or clear', () => {
  expect(factsOf({ ...EVERYBODY, sex: 'men', facts: 16 })).toEqual({ mask: 24, value: 16 });
  expect(isEverybody(EVERYBODY)).toBe(true);
  expect(isEverybody({ ...EVERYBODY, place: 2 })).toBe(false);
});

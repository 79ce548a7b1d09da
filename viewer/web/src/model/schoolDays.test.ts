import { expect, test } from 'vitest';
import { schoolDayFrom } from './schoolDays';

// A week of school, a weekend, a week of holidays, another week.
const DAYS = '1111100' + '0000000' + '1111100';

test('holidays and weekends are stepped over, either way', () => {
  expect(schoolDayFrom(DAYS, 3, 1)).toBe(3);
  expect(schoolDayFrom(DAYS, 10, 1)).toBe(15);
  expect(schoolDayFrom(DAYS, 10, -1)).toBe(5);
});

test('where no school day is left that way, or none is known, the day stays', () => {
  expect(schoolDayFrom(DAYS, 20, 1)).toBe(20);
  expect(schoolDayFrom('', 4, -1)).toBe(4);
});

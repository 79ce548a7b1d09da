import { expect, test } from 'vitest';
import { Weeks } from './weeks';

const week = (day: number) => ({ day, arm: 0, name: 'school_walk', values: new Float32Array([day]), counts: new Float32Array([1]) });

test('the week of a day is the one that ended last', () => {
  const weeks = new Weeks();
  for (const day of [7, 14, 21]) weeks.add(week(day), new ArrayBuffer(0));
  expect(weeks.at(0, 'school_walk', 20)?.day).toBe(14);
  expect(weeks.at(0, 'school_walk', 6)).toBeUndefined();
  weeks.clear();
  expect(weeks.days()).toEqual([]);
});

test('memory is bounded over twenty years, and the first and the last week stay', () => {
  const weeks = new Weeks();
  for (let day = 7; day <= 7 * 1040; day += 7) weeks.add(week(day), new ArrayBuffer(0));
  const days = weeks.days();
  expect(days.length).toBeLessThanOrEqual(260);
  expect([days[0], days[days.length - 1]]).toEqual([7, 7 * 1040]);
});

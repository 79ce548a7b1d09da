import { expect, test } from 'vitest';
import { changesOf, classOf, histogramOf } from './changes';
import { Weeks } from './weeks';

function weeksOf(plan: number[], without: number[], people: number): Weeks {
  const weeks = new Weeks();
  for (let day = 7; day <= 28; day += 7) {
    [plan, without].forEach((values, arm) =>
      weeks.add({ day, arm, name: 'school_walk', values: Float32Array.from(values), counts: new Float32Array(values.length).fill(people) }, new ArrayBuffer(0)));
  }
  return weeks;
}

test('what chance could explain cannot be told: few people, or less than is worth naming', () => {
  const [large, small] = changesOf(weeksOf([0.55, 0.4005], [0.47, 0.4], 400), 'school_walk', 2, 28);
  expect([large.told, small.told]).toEqual([true, false]);
  expect(large.value).toBeCloseTo(0.08);
  expect(changesOf(weeksOf([0.55], [0.47], 20), 'school_walk', 1, 28)[0].told).toBe(false);
});

test('every neighbourhood is counted in one bar', () => {
  const changes = [0.09, 0.07, 0.05, 0.03, 0.01, 0.001].map((value, i) => ({ value, told: i < 5 }));
  const rows = histogramOf(changes, 'school_walk');
  expect(rows.map((r) => r.count)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(rows[0].label).toBe('8 or more');
  expect(rows[5].label).toBe('can’t tell');
  expect(classOf({ value: -0.12, told: true }, 'school_walk')).toBe(4);
});

import { expect, test } from 'vitest';
import type { FigureColumns } from '../protocol/messages';
import { Figures, fifths, pointAt, slopeIndex } from './figures';

const row = (arm: number, date: string, by: string, stratum: string, value: number, count: number): FigureColumns => ({
  arm: [arm], date: [date], name: ['school_walk'], by: [by], stratum: [stratum], value: [value], count: [count],
});

test('what a newcomer is sent again is not added twice', () => {
  const figures = new Figures();
  for (let i = 0; i < 2; i++) {
    figures.add(row(0, '2026-09-07', 'all', 'all', 0.4, 10));
    figures.add(row(0, '2026-09-14', 'all', 'all', 0.5, 10));
  }
  expect(figures.get(0, 'school_walk', 'all', 'all')?.values).toEqual([0.4, 0.5]);
});

test('groups are joined by their bases', () => {
  const figures = new Figures();
  figures.add(row(0, '2026-09-07', 'deprivation', '1', 0.2, 30));
  figures.add(row(0, '2026-09-07', 'deprivation', '2', 0.6, 10));
  expect(figures.joined(0, 'school_walk', 'deprivation', '1+2')?.values[0]).toBeCloseTo(0.3);
  const [poorest] = fifths(figures, 'school_walk', Date.parse('2026-09-07') / 1000);
  expect(poorest.scenario).toBeCloseTo(0.3);
  expect(poorest.count).toBe(40);
});

test('a date between two weeks shows the week before it', () => {
  const series = { dates: [10, 20], values: [1, 2], counts: [5, 5] };
  expect(pointAt(series, 15)?.value).toBe(1);
  expect(pointAt(series, 9)).toBeUndefined();
});

test('the slope is positive where the poorest have more', () => {
  const rows = [0.5, 0.45, 0.4, 0.35, 0.3].map((v, i) => ({ fifth: i + 1, scenario: v, baseline: v, count: 100 }));
  expect(slopeIndex(rows, 'scenario')).toBeCloseTo(0.25);
});

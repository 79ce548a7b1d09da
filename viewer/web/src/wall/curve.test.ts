import { expect, test } from 'vitest';
import { bandOf, lastOf, monthsOf, pathOf, scaleOf, yOf } from './curve';

const week = 7 * 86_400;
const start = Date.UTC(2026, 8, 6) / 1000;
const line = (values: number[]) => ({ dates: values.map((_, i) => start + i * week), values, counts: values.map(() => 100) });
const box = { width: 300, height: 100 };

test('the axis holds both lines and the range, with air, and does not begin at nothing', () => {
  const scale = scaleOf([line([0.47, 0.55]), line([0.46, 0.47])], line([0.01, 0.02]));
  expect(scale.low).toBeLessThan(0.46);
  expect(scale.low).toBeGreaterThan(0.4);
  expect(scale.high).toBeGreaterThan(0.57);
  expect(yOf(scale.high, scale, box)).toBe(0);
});

test('weeks without school are bridged, and days to come are not drawn', () => {
  const curve = line([0.4, NaN, 0.5, 0.6]);
  const path = pathOf(curve, scaleOf([curve], undefined), box, start + 2 * week);
  expect(path.split('L').length).toBe(2);
  expect(lastOf(curve, start + 2 * week)?.value).toBe(0.5);
  expect(lastOf(curve, start + week)?.value).toBe(0.4);
});

test('a band is drawn only where there is a range', () => {
  const curve = line([0.4, 0.5]);
  const scale = scaleOf([curve], undefined);
  expect(bandOf(curve, undefined, scale, box, Infinity)).toBe('');
  expect(bandOf(curve, line([0.01, 0.01]), scale, box, Infinity)).toMatch(/Z$/);
});

test('months stand apart', () => {
  const curve = line(Array.from({ length: 40 }, (_, i) => 0.4 + i / 1000));
  const months = monthsOf(scaleOf([curve], undefined), box, Infinity, 90);
  expect(months[0].text).toBe('Sept');
  months.slice(1).forEach((m, i) => expect(m.x - months[i].x).toBeGreaterThanOrEqual(90));
});

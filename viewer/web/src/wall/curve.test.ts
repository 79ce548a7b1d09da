import { expect, test } from 'vitest';
import { labelsOf, bandOf, lastOf, monthsOf, pathOf, scaleOf, yOf } from './curve';

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

test('words at the ends of lines never lie on each other nor leave the picture', () => {
  for (const height of [60, 120, 240]) {
    for (let plan = 0; plan <= height; plan += 7) {
      for (let without = 0; without <= height; without += 7) {
        const [a, b] = labelsOf([plan, without], 20, -4, height + 44);
        expect(a).toBeGreaterThanOrEqual(8);
        expect(b).toBeGreaterThanOrEqual(8);
        expect(plan <= without ? b - a >= 2.4 * 25 - 1e-9 : a - b >= 1.3 * 25 - 1e-9).toBe(true);
      }
    }
  }
});

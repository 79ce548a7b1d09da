import { expect, test } from 'vitest';
import { judge, learnIndicators, titleOf } from './indicators';

const indicator = (key: string, better: number) => ({ key, label: key, title: `Title of ${key}`, unit: 'share', better, window: 'week', of: 'adults', definition: '' });

test('titles and which way is better are the engine’s', () => {
  learnIndicators([indicator('adults_inactive', -1), indicator('school_bus', 0)]);
  expect(titleOf('adults_inactive')).toBe('Title of adults_inactive');
  expect(titleOf('not_known_here')).toBe('Not known here');
  expect([judge('adults_inactive', -0.1), judge('adults_inactive', 0.1), judge('school_bus', 0.1)]).toEqual(['better', 'worse', '']);
});

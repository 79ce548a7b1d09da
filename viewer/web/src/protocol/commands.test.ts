import { expect, test } from 'vitest';
import { commandOf } from './commands';

test('a number goes by the name that the host gives it', () => {
  expect(commandOf('show', 7)).toEqual({ do: 'show', day: 7 });
  expect(commandOf('speed', 0.5)).toEqual({ do: 'speed', days: 0.5 });
  expect(commandOf('resident', 3)).toEqual({ do: 'resident', row: 3 });
});

test('a command without a number carries none: the host would refuse it', () => {
  expect(commandOf('play', 0)).toEqual({ do: 'play' });
});

test('a lever goes with its change', () => {
  const lever = { id: 'school_street', on: true, values: { reach: 40 }, remove: false };
  expect(commandOf('lever', 0, lever)).toEqual({ do: 'lever', lever });
});

import { expect, test } from 'vitest';
import { besides } from './plans';

const said = (text: string) => ({ text, lit: '', range: 'likely', sign: 1, good: true });
const course = (values: number[], words: string[] = []) => ({ indicator: 'school_walk', days: [7, 14], values, said: words.map(said), hoods: [] });
const plans = { with: 1, without: 0, plans: [{ name: 'Nothing', courses: [course([0.4, 0.41])] }, { name: 'Streets', courses: [course([0.42, 0.46], ['few', 'many'])] }] };

test('plans are seen up to the day shown, and what is said is said of its last week', () => {
  const [first, streets] = besides(plans, 'school_walk', 20);
  expect(first.said).toBeUndefined();
  expect(streets.said?.text).toBe('many');
  const before = besides(plans, 'school_walk', 8)[1];
  expect(before.values).toEqual([0.42]);
  expect(before.said?.text).toBe('few');
});

test('what is not known of an indicator is not said', () => {
  expect(besides(plans, 'adults_inactive', 20)[1]).toMatchObject({ said: undefined, values: [], hoods: [] });
});

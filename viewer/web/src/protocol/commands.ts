import type { Command, LeverChange } from './messages';

/** Commands that take a number, and what the host calls it. */
const NUMBERS: Record<string, string> = { arms: 'arms', resident: 'row', until: 'day', show: 'day', speed: 'days', branch: 'day' };

/** A command as the host takes it: it refuses members that it does not know. */
export function commandOf(what: string, value: number, lever?: LeverChange): Command {
  const number = NUMBERS[what];
  return { do: what, ...(number && { [number]: value }), ...(lever && { lever }) } as Command;
}

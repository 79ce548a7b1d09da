/** Writers of dates: made once, because making one costs more than all that a chart writes with it. */
const writer = (options: Intl.DateTimeFormatOptions): ((milliseconds: number) => string) => {
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  return (milliseconds) => made.format(milliseconds);
};

/** Tue, 1 September 2026 */
export const fullDate = writer({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });

/** Tuesday 1 September 2026 */
export const longDate = (milliseconds: number): string => written(milliseconds).replace(',', '');

const written = writer({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** 1 Sept 26 */
export const shortDate = writer({ day: 'numeric', month: 'short', year: '2-digit' });

/** 1 Sept */
export const dayAndMonth = writer({ day: 'numeric', month: 'short' });

/** Sept 2026 */
export const monthAndYear = writer({ month: 'short', year: 'numeric' });

/** Tue 1 */
export const weekday = writer({ weekday: 'short', day: 'numeric' });

/** The moment at which a date, as the host writes it, begins. */
export const momentOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

const DAY_MS = 86_400_000;

/** Date of a day of the horizon, as the host writes it; 1 is the day on which the run starts. */
export const dateOf = (start: string, day: number): string => new Date(momentOf(start) + (day - 1) * DAY_MS).toISOString().slice(0, 10);

/** Day of the horizon on which a moment falls. */
export const dayOf = (start: string, moment: number): number => Math.round((moment - momentOf(start)) / DAY_MS) + 1;

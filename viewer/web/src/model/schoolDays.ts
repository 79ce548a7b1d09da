/**
 * The school day that is reached from a day by going one way: the day itself where it is one, and where none is left that way.
 *
 * @param days a character for each day of the horizon, 1 on school days; empty where it is not known
 * @param from day of the horizon, 1 the first
 */
export function schoolDayFrom(days: string, from: number, step: 1 | -1): number {
  for (let day = from; day >= 1 && day <= days.length; day += step) {
    if (days[day - 1] === '1') return day;
  }
  return from;
}

/** How published indicators are called on screen, and which way is better. */
interface Words {
  title: string;
  /** 1: more is better, −1: less is better, 0: neither. */
  better: -1 | 0 | 1;
}

const KNOWN: Record<string, Words> = {
  adults_inactive: { title: 'Inactive adults', better: -1 },
  adults_fairly_active: { title: 'Fairly active adults', better: 0 },
  adults_active: { title: 'Active adults', better: 1 },
  mean_minutes_adults: { title: 'Adults’ minutes a week', better: 1 },
  children_less_active: { title: 'Less active children', better: -1 },
  children_fairly_active: { title: 'Fairly active children', better: 0 },
  children_active: { title: 'Active children', better: 1 },
  active_travel_adults: { title: 'Active travel, four weeks', better: 1 },
  active_travel_weekly: { title: 'Active travel, weekly', better: 1 },
  active_travel_most_days: { title: 'Active travel, five days a week', better: 1 },
  school_walk: { title: 'Walk to school', better: 1 },
  school_cycle: { title: 'Cycle to school', better: 1 },
  school_bus: { title: 'Bus or train to school', better: 0 },
  school_car: { title: 'Driven to school', better: -1 },
  commute_walk: { title: 'Walk to work', better: 1 },
  commute_cycle: { title: 'Cycle to work', better: 1 },
  commute_public: { title: 'Bus or train to work', better: 0 },
  commute_car: { title: 'Drive to work', better: -1 },
  commute_home: { title: 'Work at home', better: 0 },
  sii_inactive: { title: 'Inequality in inactivity (slope index)', better: -1 },
  gate_cars: { title: 'Cars at school gates', better: -1 },
};

export const titleOf = (name: string): string => KNOWN[name]?.title ?? (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' ');

/** Whether a change of an indicator is for the better or the worse; empty when neither. */
export function judge(name: string, change: number): '' | 'better' | 'worse' {
  const side = Math.sign(change) * (KNOWN[name]?.better ?? 0);
  return side > 0 ? 'better' : side < 0 ? 'worse' : '';
}

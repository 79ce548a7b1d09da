import type { Frame } from '../protocol/decode';
import type { Hello } from '../protocol/messages';
import { valuesOfTallies, type Layer, type Values } from './layers';
import type { Weeks } from './weeks';

/** Value of every neighbourhood for a layer: from the day's counts, from the week's figures, or a fixed fact. */
export function neighbourhoodValues(layer: Layer, arm: 0 | 1, hello: Hello, frame: Frame | null, weeks: Weeks, day: number): Values {
  const residents = hello.neighbourhoods.map((n) => n.residents);
  if (layer.id === 'deprivation') {
    return {
      value: Float32Array.from(hello.neighbourhoods, (n) => n.decile),
      count: Float32Array.from(residents),
      total: NaN,
      totalCount: hello.residents,
    };
  }
  if (frame && layer.over.length > 0) return valuesOfTallies(layer, hello.tallies, residents, frame.tallies[arm]);
  const week = layer.indicator ? weeks.at(arm, layer.indicator, day) : undefined;
  if (week) return { value: week.values, count: week.counts, ...mean(week.values, week.counts) };
  const none = new Float32Array(residents.length);
  return { value: none.map(() => NaN), count: none, total: NaN, totalCount: 0 };
}

/** Scenario less baseline, neighbourhood by neighbourhood. */
export function difference(values: Values[]): Values {
  const [a, b] = values;
  return {
    value: a.value.map((v, n) => v - b.value[n]),
    count: a.count,
    total: a.total - b.total,
    totalCount: a.totalCount,
  };
}

/** Neighbourhoods whose difference could be chance: its interval holds zero, or there is none. */
export function withinChance(change: Float32Array, halfWidth: Float32Array | null): Uint8Array | null {
  return halfWidth && Uint8Array.from(change, (value, n) => (Math.abs(value) > halfWidth[n] ? 0 : 1));
}

function mean(values: Float32Array, counts: Float32Array): { total: number; totalCount: number } {
  let sum = 0;
  let total = 0;
  for (let n = 0; n < values.length; n++) {
    if (Number.isFinite(values[n])) {
      sum += values[n] * counts[n];
      total += counts[n];
    }
  }
  return { total: total > 0 ? sum / total : NaN, totalCount: total };
}

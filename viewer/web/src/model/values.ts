import type { Frame, Hello } from '../protocol/messages';
import { valuesOfTallies, type Layer, type Values } from './layers';

/** Value of every neighbourhood for a layer: from today's counts, or a fixed fact. */
export function neighbourhoodValues(layer: Layer, arm: 0 | 1, hello: Hello, frame: Frame | null): Values {
  const residents = hello.neighbourhoods.map((n) => n.residents);
  if (layer.id === 'deprivation') {
    return {
      value: Float32Array.from(hello.neighbourhoods, (n) => n.decile),
      count: Float32Array.from(residents),
      total: NaN,
      totalCount: hello.residents,
    };
  }
  if (!frame || layer.over.length === 0) {
    const none = new Float32Array(residents.length);
    return { value: none.map(() => NaN), count: none, total: NaN, totalCount: 0 };
  }
  return valuesOfTallies(layer, hello.tallies, residents, frame.tallies[arm]);
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

import { MINUTE_MS } from '@/lib/time';
import { overlapsOfTwo, totalMs } from './intervals';
import type { MetricAccumulator } from './metricAccumulator';

/** Stretches in which at least two children were awake at once: how many, and how many minutes. */
export interface DoubleIncidents {
  count: number;
  minutes: number;
}

/**
 * The double incident, within the windows of observed nights; each maximal stretch is one. Two children awake one after the other are none.
 * Source: metrics.md, `double`.
 *
 * @example Léo 2:43 to 3:03, Zoé 2:50 to 3:10 → count 1, minutes 13
 */
export function doubleIncidents(): MetricAccumulator<DoubleIncidents> {
  let [count, ms] = [0, 0];
  return {
    add({ awakeByChild }) {
      const stretches = overlapsOfTwo([...awakeByChild.values()]);
      count += stretches.length;
      ms += totalMs(stretches);
    },
    value: () => ({ count, minutes: ms / MINUTE_MS }),
  };
}

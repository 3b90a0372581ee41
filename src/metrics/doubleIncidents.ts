import { MINUTE_MS } from '@/lib/time';
import { overlapsOfTwo, totalMs } from './intervals';
import type { MetricAccumulator } from './metricAccumulator';

/** Stretches in which at least two children were awake at once: their number and their minutes. */
export interface DoubleIncidents {
  count: number;
  minutes: number;
}

/**
 * Returns the double incidents within the windows of observed nights. Each maximal stretch counts
 * once. Two children who are awake one after the other are no double incident.
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

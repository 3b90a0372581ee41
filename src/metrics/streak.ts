import type { MetricAccumulator } from './metricAccumulator';

/**
 * Consecutive observed nights with at least one counted incident, going back from the range's last observed night, not
 * beyond the range. Nights nobody logged are passed over. A number, 0 without any.
 * Source: metrics.md, `streak`.
 *
 * @example a quiet night, a bad one, one not logged, a bad one → 2
 */
export function streak(): MetricAccumulator<number> {
  let nights = 0;
  return {
    add({ counted }) {
      nights = counted.length === 0 ? 0 : nights + 1;
    },
    value: () => nights,
  };
}

import type { MetricAccumulator } from './metricAccumulator';

/**
 * Returns the number of consecutive observed nights with at least one counted incident, back from
 * the last observed night of the range, and not beyond the range. Nights that nobody logged are
 * skipped. The number is 0 without such a night.
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

import type { Cause } from '@/domain/rows/incident';
import type { MetricAccumulator } from './metricAccumulator';

/**
 * Returns the number of counted incidents by cause. An incident without a cause is counted as
 * `unknown`. Causes that do not occur have no key. "The moon" is a cause of its own: somebody
 * looked and found nothing.
 * Source: metrics.md, `causes`.
 */
export function causes(): MetricAccumulator<Partial<Record<Cause | 'unknown', number>>> {
  const counts: Partial<Record<Cause | 'unknown', number>> = {};
  return {
    add({ counted }) {
      for (const { incident } of counted) {
        const cause = incident.causeId ?? 'unknown';
        counts[cause] = (counts[cause] ?? 0) + 1;
      }
    },
    value: () => counts,
  };
}

import type { Cause } from '@/domain/rows/incident';
import type { MetricAccumulator } from './metricAccumulator';

/**
 * Counted incidents by cause; `unknown` are those nobody named a cause for. Only what occurs is there. ("The moon" is a
 * cause: somebody looked and found nothing.)
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

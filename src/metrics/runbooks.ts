import type { MetricAccumulator } from './metricAccumulator';

/**
 * Returns the number of counted incidents by the runbook that was followed. The key `none` is
 * always there; runbooks that do not occur have no key. Source: metrics.md, `runbooks`.
 */
export function runbooks(): MetricAccumulator<Record<string, number> & { none: number }> {
  const counts: Record<string, number> & { none: number } = { none: 0 };
  return {
    add({ counted }) {
      for (const { incident } of counted) {
        const runbook = incident.runbookId ?? 'none';
        counts[runbook] = (counts[runbook] ?? 0) + 1;
      }
    },
    value: () => counts,
  };
}

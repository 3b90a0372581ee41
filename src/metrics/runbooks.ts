import type { MetricAccumulator } from './metricAccumulator';

/** Counted incidents by the runbook that was followed, and `none`. Only runbooks that occur are there. Source: metrics.md, `runbooks`. */
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

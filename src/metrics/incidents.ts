import type { MetricAccumulator } from './metricAccumulator';

/** How many incidents there were in the range, by what became of them. Numbers, never null: none is 0. */
export interface IncidentCounts {
  /** Detected within a night's window, false alarms aside. */
  counted: number;
  /** Detected within a window and settled alone within the grace. */
  falseAlarms: number;
  /** Counted ones that ended with "settled alone". */
  selfSettled: number;
  /** Counted ones in which a fix did not hold at least once. */
  reopened: number;
  /** Counted ones that are still running. */
  open: number;
}

/**
 * What happens outside the windows, by day, counts in none of these.
 * Source: metrics.md, `incidents`.
 *
 * @example 25 s alone at 23:00 with a grace of 30 s, and 2:43 to 3:03 settled → counted 1, falseAlarms 1
 */
export function incidentCounts(): MetricAccumulator<IncidentCounts> {
  const counts: IncidentCounts = { counted: 0, falseAlarms: 0, selfSettled: 0, reopened: 0, open: 0 };
  return {
    add({ counted, falseAlarms }) {
      counts.counted += counted.length;
      counts.falseAlarms += falseAlarms.length;
      for (const { resolution, wasReopened } of counted) {
        if (resolution?.outcome === 'selfSettled') counts.selfSettled += 1;
        if (wasReopened) counts.reopened += 1;
        if (resolution === null) counts.open += 1;
      }
    },
    value: () => counts,
  };
}

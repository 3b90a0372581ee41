import type { MetricAccumulator } from './metricAccumulator';

/**
 * The number of incidents in the range by their outcome. A number is 0, never null, when there is
 * none.
 */
export interface IncidentCounts {
  /** Detected within a night's window, and no false alarm. */
  counted: number;
  /** Detected within a night's window, and settled alone within the grace time. */
  falseAlarms: number;
  /** Counted incidents that ended with "settled alone". */
  selfSettled: number;
  /** Counted incidents that were reopened at least once. */
  reopened: number;
  /** Counted incidents that are not resolved. */
  open: number;
}

/**
 * Returns how many incidents there were. An incident that is detected outside the night windows, by
 * day, is not included in any of the numbers.
 * Source: metrics.md, `incidents`.
 *
 * @example 25 s alone at 23:00 with a grace of 30 s, and 2:43 to 3:03 settled → counted 1,
 * falseAlarms 1
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

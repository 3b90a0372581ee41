import type { Reading } from './reading';

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
export function incidentCounts({ counted, nights }: Reading): IncidentCounts {
  return {
    counted: counted.length,
    falseAlarms: nights.reduce((sum, { falseAlarms }) => sum + falseAlarms.length, 0),
    selfSettled: counted.filter(({ state }) => state.resolution?.outcome === 'selfSettled').length,
    reopened: counted.filter(({ state }) => state.entries.some(({ kind }) => kind === 'reopened')).length,
    open: counted.filter(({ state }) => state.open).length,
  };
}

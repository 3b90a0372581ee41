import type { MetricAccumulator } from './metricAccumulator';
import { mttr } from './mttr';
import type { IncidentFacts } from './nightFacts';
import { type Summary, share } from './percentiles';

/** What came of a runbook. */
export interface RunbookOutcome {
  /** Counted incidents that went by it. */
  used: number;
  /** Of those that are over, the share that settled, alone or not, rather than being up for the day; null while none is over. */
  recovered: number | null;
  /** Time to recovery in minutes, as `mttr` measures it. */
  recovery: Summary;
}

/**
 * What came of the runbooks, by runbook, and of going by none. It compares wake-ups that were not alike: the runbook for two children
 * is opened when it is bad already. Only runbooks that occur are there, and `none` if it does. Source: docs/metrics.md.
 *
 * @example standard 2:43 to 3:03, standard 6:30 up for the day → used 2, recovered 0.5, recovery 20 minutes (of 1)
 */
export function runbookOutcomes(): MetricAccumulator<Record<string, RunbookOutcome>> {
  const parts = new Map<string, ReturnType<typeof emptyTally>>();
  return {
    add(night) {
      for (const [id, counted] of byRunbook(night.counted)) {
        const part = parts.get(id) ?? emptyTally();
        parts.set(id, part);
        const over = counted.filter(({ resolution }) => resolution !== null);
        part.used += counted.length;
        part.over += over.length;
        part.recovered += over.filter(({ resolution }) => resolution?.outcome !== 'upForDay').length;
        part.mttr.add({ ...night, counted });
      }
    },
    value: () =>
      Object.fromEntries(
        [...parts].map(([id, { used, over, recovered, mttr }]) => [
          id,
          { used, recovered: share(recovered, over), recovery: mttr.value() },
        ]),
      ),
  };
}

const emptyTally = () => ({ used: 0, over: 0, recovered: 0, mttr: mttr() });

function byRunbook(counted: readonly IncidentFacts[]): Map<string, IncidentFacts[]> {
  const found = new Map<string, IncidentFacts[]>();
  for (const reading of counted) {
    const id = reading.incident.runbookId ?? 'none';
    found.set(id, [...(found.get(id) ?? []), reading]);
  }
  return found;
}

import type { MetricAccumulator } from './metricAccumulator';
import { mttr } from './mttr';
import type { IncidentFacts } from './nightFacts';
import { type Summary, share } from './percentiles';

/** How incidents that followed a runbook ended. */
export interface RunbookOutcome {
  /** Counted incidents that followed the runbook. */
  used: number;
  /**
   * The share of the resolved incidents that settled, alone or not, rather than ended in "up for
   * the day"; null while none is resolved.
   */
  recovered: number | null;
  /** Time to recovery in minutes, as `mttr` measures it. */
  recovery: Summary;
}

/**
 * Returns the outcomes by runbook id, and under `none` those of incidents without a runbook. Ids
 * that do not occur have no key. The incidents are not comparable: the runbook for two children,
 * for example, is opened when the night is bad already. Source: docs/metrics.md.
 *
 * @example standard 2:43 to 3:03, standard 6:30 up for the day → used 2, recovered 0.5, recovery
 * 20 minutes (of 1)
 */
export function runbookOutcomes(): MetricAccumulator<Record<string, RunbookOutcome>> {
  const tallies = new Map<string, ReturnType<typeof emptyTally>>();
  return {
    add(night) {
      for (const [id, counted] of byRunbook(night.counted)) {
        const tally = tallies.get(id) ?? emptyTally();
        tallies.set(id, tally);
        const resolved = counted.filter(({ resolution }) => resolution !== null);
        tally.used += counted.length;
        tally.resolved += resolved.length;
        tally.recovered += resolved.filter(({ resolution }) => resolution?.outcome !== 'upForDay').length;
        tally.mttr.add({ ...night, counted });
      }
    },
    value: () =>
      Object.fromEntries(
        [...tallies].map(([id, { used, resolved, recovered, mttr }]) => [
          id,
          { used, recovered: share(recovered, resolved), recovery: mttr.value() },
        ]),
      ),
  };
}

const emptyTally = () => ({ used: 0, resolved: 0, recovered: 0, mttr: mttr() });

function byRunbook(counted: readonly IncidentFacts[]): Map<string, IncidentFacts[]> {
  const found = new Map<string, IncidentFacts[]>();
  for (const facts of counted) {
    const id = facts.incident.runbookId ?? 'none';
    found.set(id, [...(found.get(id) ?? []), facts]);
  }
  return found;
}

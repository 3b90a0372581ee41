import type { MetricAccumulator } from './metricAccumulator';
import type { IncidentFacts } from './nightFacts';
import { type Summary, summarize } from './percentiles';

/**
 * Returns the quiet time between two counted incidents of one child in one night, in minutes: from
 * the end of one that settled, alone or not, to the beginning of the next. Incidents that overlap,
 * as two phones can leave them, are left out.
 * Source: metrics.md, `timeBetween`. The figure is akin to MTBF, but within one night: the day
 * between two nights is no success of the night.
 *
 * @example asleep again 3:03, awake 3:50 → 47 minutes
 */
export function timeBetween(): MetricAccumulator<Summary> {
  const quietTimesMs: number[] = [];
  return {
    add({ counted }) {
      const previousByChild = new Map<string, IncidentFacts>();
      for (const facts of counted) {
        const resolution = previousByChild.get(facts.incident.childId)?.resolution;
        previousByChild.set(facts.incident.childId, facts);
        if (!resolution || resolution.outcome === 'upForDay') continue;
        const ms = facts.detected.at - resolution.at;
        if (ms >= 0) quietTimesMs.push(ms);
      }
    },
    value: () => summarize(quietTimesMs),
  };
}

import type { MetricAccumulator } from './metricAccumulator';
import type { IncidentFacts } from './nightFacts';
import { type Summary, summarize } from './percentiles';

/**
 * Quiet between two incidents of one child in one night, in minutes: from one that settled, alone or not, to the next. Both
 * count. Left out: overlapping ones, as two phones can leave them.
 * Source: metrics.md, `timeBetween`. Akin to MTBF, but of one night at a time: the day between two nights is no success of the night.
 *
 * @example asleep again 3:03, awake 3:50 → 47 minutes
 */
export function timeBetween(): MetricAccumulator<Summary> {
  const quiet: number[] = [];
  return {
    add({ counted }) {
      const before = new Map<string, IncidentFacts>();
      for (const reading of counted) {
        const resolution = before.get(reading.incident.childId)?.resolution;
        before.set(reading.incident.childId, reading);
        if (!resolution || resolution.outcome === 'upForDay') continue;
        const ms = reading.detected.at - resolution.at;
        if (ms >= 0) quiet.push(ms);
      }
    },
    value: () => summarize(quiet),
  };
}

import type { MetricAccumulator } from './metricAccumulator';
import { type Summary, summarize } from './percentiles';

/**
 * Time to recovery, in minutes: from the first cry to the "asleep again" that held, over counted incidents that settled,
 * alone or not. Left out: "up for the day", which is no recovery; what is still open; and every one of which an end is a guess.
 * Source: metrics.md, `mttr`. Mean time to recovery (restore, repair) as in SRE; the median is shown first, for one
 * night of two hours says more about that night than about the others.
 *
 * @example 2:43 to 3:03, and 3:50 to 4:00 → mean 15, median 15, p90 19, n 2
 */
export function mttr(): MetricAccumulator<Summary> {
  const recoveries: number[] = [];
  return {
    add({ counted }) {
      for (const { detected, resolution } of counted) {
        if (!resolution || resolution.outcome === 'upForDay') continue;
        if (!detected.estimated && !resolution.estimated) recoveries.push(resolution.at - detected.at);
      }
    },
    value: () => summarize(recoveries),
  };
}

import type { MetricAccumulator } from './metricAccumulator';
import { type Summary, summarize } from './percentiles';

/**
 * Returns the time to recovery in minutes: from the first cry to the `resolved` that held, over
 * counted incidents that settled, alone or not. Left out are "up for the day", which is no
 * recovery, open incidents, and incidents of which the beginning or the end is estimated.
 * Source: metrics.md, `mttr`: mean time to recovery (restore, repair) as in SRE. The screens show
 * the median first, because a single cry of two hours would dominate the mean.
 *
 * @example 2:43 to 3:03, and 3:50 to 4:00 → mean 15, median 15, p90 19, n 2
 */
export function mttr(): MetricAccumulator<Summary> {
  const recoveriesMs: number[] = [];
  return {
    add({ counted }) {
      for (const { detected, resolution } of counted) {
        if (!resolution || resolution.outcome === 'upForDay') continue;
        if (!detected.estimated && !resolution.estimated) recoveriesMs.push(resolution.at - detected.at);
      }
    },
    value: () => summarize(recoveriesMs),
  };
}

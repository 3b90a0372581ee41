import type { MetricAccumulator } from './metricAccumulator';
import { type Summary, summarize } from './percentiles';

/**
 * Returns the time to acknowledge in minutes: from the first cry until somebody was up or tried a
 * remedy. Counted incidents without such an entry are left out, and so are those in which either of
 * the two times is estimated.
 * Source: metrics.md, `mtta`. PagerDuty counts in the same way, except that a remedy such as "Feed"
 * acknowledges here as well as "I'm up".
 *
 * @example detected 2:43, Dad didn't wake 2:45, Mum is up 2:46 → 3 minutes
 */
export function mtta(): MetricAccumulator<Summary> {
  const timesMs: number[] = [];
  return {
    add({ counted }) {
      for (const { detected, entries } of counted) {
        const firstResponse = entries.find(({ kind }) => kind === 'acknowledged' || kind === 'remedy');
        if (firstResponse && !firstResponse.estimated && !detected.estimated)
          timesMs.push(firstResponse.at - detected.at);
      }
    },
    value: () => summarize(timesMs),
  };
}

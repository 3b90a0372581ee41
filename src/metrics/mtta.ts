import type { MetricAccumulator } from './metricAccumulator';
import { type Summary, summarize } from './percentiles';

/**
 * Time to acknowledge, in minutes: from the first cry until somebody was up or tried something, over counted incidents in which
 * anybody was. Left out: those of which either time is a guess.
 * Source: metrics.md, `mtta`. As PagerDuty counts it, but for "Feed", which says as well as "I'm up" that somebody is.
 *
 * @example detected 2:43, Dad didn't wake 2:45, Mum is up 2:46 → 3 minutes
 */
export function mtta(): MetricAccumulator<Summary> {
  const times: number[] = [];
  return {
    add({ counted }) {
      for (const { detected, entries } of counted) {
        const first = entries.find(({ kind }) => kind === 'acknowledged' || kind === 'remedy');
        if (first && !first.estimated && !detected.estimated) times.push(first.at - detected.at);
      }
    },
    value: () => summarize(times),
  };
}

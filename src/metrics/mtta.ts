import { type Summary, summarize } from './percentiles';
import type { Reading } from './reading';

/**
 * Time to acknowledge, in minutes: from the first cry until somebody was up or tried something, over counted incidents in which
 * anybody was. Left out: those of which either time is a guess.
 * Source: metrics.md, `mtta`. As PagerDuty counts it, but for "Feed", which says as well as "I'm up" that somebody is.
 *
 * @example detected 2:43, Dad didn't wake 2:45, Mum is up 2:46 → 3 minutes
 */
export function mtta({ counted }: Reading): Summary {
  const times: number[] = [];
  for (const { state } of counted) {
    const first = state.entries.find(({ kind }) => kind === 'acknowledged' || kind === 'remedy');
    if (first && !first.estimated && !state.detectedEstimated) times.push(first.at - state.detectedAt);
  }
  return summarize(times);
}

import { DAY_MS, type Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';

/** The number of nights up to the latest one, or a custom range. */
export const SPANS = [7, 14, 28, 'custom'] as const;
export type Span = (typeof SPANS)[number];

export const DEFAULT_SPAN = 14;

/** The most rows of the chart that can still be read at a glance on one page. */
export const NIGHTS_MAX = 28;

/** Returns the range of `count` nights that ends with `latest`, the last night that has begun. */
export const lastNights = (count: number, latest: Day): NightRange => ({
  from: addDays(latest, 1 - count),
  to: latest,
});

const nightsIn = ({ from, to }: NightRange): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/**
 * Returns why a custom range makes no report, and the field at which to say so; null when it does.
 */
export function rangeError(
  range: NightRange,
  latest: Day,
): { field: 'from' | 'to'; reason: 'inFuture' | 'reversed' | 'tooMany' } | null {
  if (range.to > latest) return { field: 'to', reason: 'inFuture' };
  if (range.from > range.to) return { field: 'from', reason: 'reversed' };
  return nightsIn(range) > NIGHTS_MAX ? { field: 'from', reason: 'tooMany' } : null;
}

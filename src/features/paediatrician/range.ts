import { DAY_MS, type Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';

/** How many nights back, or one's own. */
export const SPANS = [7, 14, 28, 'custom'] as const;
export type Span = (typeof SPANS)[number];

export const DEFAULT_SPAN = 14;

/** As many lines as a page takes that is still read at a glance. */
export const NIGHTS_MAX = 28;

/** So many nights up to the last one that has begun. */
export const lastNights = (count: number, latest: Day): NightRange => ({
  from: addDays(latest, 1 - count),
  to: latest,
});

const nightsIn = ({ from, to }: NightRange): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** Why nights of one's own make no report, and at which of the two days that is said; null if they do. */
export function rangeError(
  range: NightRange,
  latest: Day,
): { field: 'from' | 'to'; reason: 'inFuture' | 'reversed' | 'tooMany' } | null {
  if (range.to > latest) return { field: 'to', reason: 'inFuture' };
  if (range.from > range.to) return { field: 'from', reason: 'reversed' };
  return nightsIn(range) > NIGHTS_MAX ? { field: 'from', reason: 'tooMany' } : null;
}

import { DAY_MS, type Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';
import type { Span } from '@/stores/dashboard';

interface RangeChoice {
  span: Span;
  from: Day | null;
  to: Day | null;
}

const DEFAULT_NIGHTS = 7;

/**
 * A range with more nights than this is drawn week by week, because a chart of a year of nights
 * would be slow and illegible.
 */
const MAX_NIGHTS_ONE_BY_ONE = 100;

/**
 * Returns the chosen range of nights. `latestNight` is the latest night that has begun; the range
 * never ends after it.
 */
export function selectedRange({ span, from, to }: RangeChoice, latestNight: Day): NightRange {
  const last = to !== null && to < latestNight ? to : latestNight;
  if (span !== 'custom') return { from: addDays(last, 1 - span), to: last };
  return { from: from !== null && from <= last ? from : addDays(last, 1 - DEFAULT_NIGHTS), to: last };
}

/** Returns the number of nights in a range, both ends included. */
export const nightsIn = ({ from, to }: NightRange): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** Returns the range of the same length that ends right before this one. */
export const previousRange = (range: NightRange): NightRange => ({
  from: addDays(range.from, -nightsIn(range)),
  to: addDays(range.from, -1),
});

/**
 * Returns the range of the same length that follows, or null if it would lie in the future. It
 * ends at the latest night if the whole move would end after it, so it may overlap this range.
 */
export function nextRange(range: NightRange, latestNight: Day): NightRange | null {
  if (range.to >= latestNight) return null;
  const to = addDays(range.to, nightsIn(range));
  const last = to < latestNight ? to : latestNight;
  return { from: addDays(last, 1 - nightsIn(range)), to: last };
}

/** Returns how many nights a bucket of a chart has: 1, or 7 in a long range. */
export const nightsPerBucket = (range: NightRange): number => (nightsIn(range) > MAX_NIGHTS_ONE_BY_ONE ? 7 : 1);

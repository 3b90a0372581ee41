import { FIRST_DAY } from '@/domain/rows/fields';
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
 * The longest range that can be chosen, ten years. A longer one comes from a year that is half
 * typed, and would be computed night by night for minutes.
 */
const MAX_RANGE_NIGHTS = 3653;

// A day is an ISO string, so the later one is the greater one.
const laterDay = (a: Day, b: Day): Day => (b > a ? b : a);

/** Returns the first night that a range up to `to` may have. */
export function earliestStart(to: Day): Day {
  const limit = addDays(to, 1 - MAX_RANGE_NIGHTS);
  return laterDay(limit, FIRST_DAY);
}

/**
 * Returns the chosen range of nights. `latestNight` is the latest night that has begun; the range
 * never ends after it, and never begins before {@link earliestStart}.
 */
export function selectedRange({ span, from, to }: RangeChoice, latestNight: Day): NightRange {
  const chosenEnd = to !== null && to < latestNight ? to : latestNight;
  const last = laterDay(chosenEnd, FIRST_DAY);
  const earliest = earliestStart(last);
  const start =
    span === 'custom' && from !== null && from <= last
      ? from
      : addDays(last, 1 - (span === 'custom' ? DEFAULT_NIGHTS : span));
  return { from: laterDay(start, earliest), to: last };
}

/** Returns the number of nights in a range, both ends included. */
export const nightsIn = ({ from, to }: NightRange): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/**
 * Returns the range of the same length that ends right before this one. The figures are compared
 * with it, so it may begin before {@link FIRST_DAY}.
 */
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

/**
 * Returns how many nights a bucket of a chart has: 1, or 7 if many nights are drawn.
 * @param logStart the first night of the whole log: nothing is drawn before it
 */
export const nightsPerBucket = ({ from, to }: NightRange, logStart: Day): number =>
  nightsIn({ from: laterDay(from, logStart), to }) > MAX_NIGHTS_ONE_BY_ONE ? 7 : 1;

/** More nights than this without a log before the first logged one are not drawn. */
const MAX_LEADING_GAP = 28;

/**
 * Returns the index of the first bucket that is drawn: a year of which three months are logged
 * shows those three, but a week that was logged from Wednesday on is still a week.
 */
export function firstDrawn(observed: readonly boolean[], nightsPerBucket: number): number {
  const first = observed.indexOf(true);
  return first * nightsPerBucket > MAX_LEADING_GAP ? first : 0;
}

/** Over this many nights, a chart shows the trend, because a bar for each night hides it. */
const MAX_NIGHTS_AS_BARS = 28;

/** Whether a chart of this many buckets shows their running median. */
export const isTrend = (bucketCount: number, nightsPerBucket: number): boolean =>
  nightsPerBucket === 1 && bucketCount > MAX_NIGHTS_AS_BARS;

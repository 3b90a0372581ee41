import { earlierOf, type Instant, type Interval, laterOf } from '@/lib/time';

/* Sums and overlaps of intervals, which most figures are computed from. */

/**
 * Returns the common part of two intervals; null when they do not overlap or only touch. When all
 * of `a` lies in `b`, the result is `a` itself and not a copy.
 */
export function intersect(a: Interval, b: Interval): Interval | null {
  const from = laterOf(a.from, b.from);
  const to = earlierOf(a.to, b.to);
  if (from >= to) return null;
  return from === a.from && to === a.to ? a : { from, to };
}

/**
 * Returns the time that at least one interval covers, as sorted and disjoint intervals. Intervals
 * that touch are joined, and intervals of no length are dropped.
 */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  if (isDisjoint(intervals)) return intervals;
  const joined: Interval[] = [];
  for (const { from, to } of sortByStart(intervals)) {
    const last = joined.at(-1);
    if (last && from <= last.to) {
      last.to = laterOf(last.to, to);
    } else if (from < to) joined.push({ from, to });
  }
  return joined;
}

/** Intervals of a log are mostly sorted and disjoint already. In that case nothing is copied. */
const isDisjoint = (intervals: readonly Interval[]): boolean =>
  intervals.every(({ from, to }, index) => from < to && (index === 0 || from > (intervals[index - 1]?.to ?? 0)));

/**
 * Sorts intervals by their beginnings. Intervals of a log are mostly sorted already, and in that
 * case nothing is copied.
 */
function sortByStart(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.every(({ from }, index) => index === 0 || from >= (intervals[index - 1]?.from ?? 0));
  return sorted ? intervals : [...intervals].sort((a, b) => a.from - b.from);
}

/** Returns the milliseconds that disjoint intervals cover, as {@link union} returns them. */
export const totalMs = (disjoint: readonly Interval[]): number =>
  disjoint.reduce((sum, { from, to }) => sum + (to - from), 0);

/**
 * Returns the parts of `within` that no interval covers.
 * @param disjoint sorted and disjoint
 */
export function gaps(disjoint: readonly Interval[], within: Interval): Interval[] {
  const found: Interval[] = [];
  let from = within.from;
  for (const stretch of disjoint) {
    if (stretch.from > from) found.push({ from, to: earlierOf(stretch.from, within.to) });
    if (stretch.to > from) from = stretch.to;
    if (from >= within.to) return found;
  }
  found.push({ from, to: within.to });
  return found.filter((gap) => gap.from < gap.to);
}

/**
 * Returns where at least two of the lists cover the same time, as maximal and sorted intervals.
 *
 * @param lists each of them sorted and disjoint
 * @example [1, 4), [6, 9) and [3, 7) → [3, 4), [6, 7)
 */
export function overlapsOfTwo(lists: readonly (readonly Interval[])[]): Interval[] {
  if (lists.filter(({ length }) => length > 0).length < 2) return [];
  const starts = lists.flatMap((list) => list.map(({ from }) => from)).sort(ascending);
  const ends = lists.flatMap((list) => list.map(({ to }) => to)).sort(ascending);
  const overlaps: Interval[] = [];
  let startedCount = 0;
  let since: Instant | null = null;
  for (const [endedCount, at] of ends.entries()) {
    // An interval that starts at the instant at which another one ends continues the overlap.
    for (let next = starts[startedCount]; next !== undefined && next <= at; next = starts[startedCount]) {
      startedCount += 1;
      if (startedCount - endedCount >= 2) since ??= next;
    }
    if (since === null || startedCount - endedCount - 1 >= 2) continue;
    overlaps.push({ from: since, to: at });
    since = null;
  }
  return overlaps.filter(({ from, to }) => from < to);
}

const ascending = (a: number, b: number): number => a - b;

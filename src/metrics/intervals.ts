import { earlierOf, type Instant, type Interval, laterOf } from '@/lib/time';

/* Sums and overlaps of stretches of time, which most figures are made of. */

/** The common part of two stretches; null where there is none, or none of any length. Where that is all of `a`, `a` itself. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const from = laterOf(a.from, b.from);
  const to = earlierOf(a.to, b.to);
  if (from >= to) return null;
  return from === a.from && to === a.to ? a : { from, to };
}

/** What any of the stretches covers, in order and apart; those that touch are one, those of no length are none. */
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

/** Mostly what is read from a log is in order and apart already, and then nothing is copied. */
const isDisjoint = (intervals: readonly Interval[]): boolean =>
  intervals.every(({ from, to }, index) => from < to && (index === 0 || from > (intervals[index - 1]?.to ?? 0)));

/** By their beginnings. What is read from a log mostly is already, and then nothing is copied. */
function sortByStart(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.every(({ from }, index) => index === 0 || from >= (intervals[index - 1]?.from ?? 0));
  return sorted ? intervals : [...intervals].sort((a, b) => a.from - b.from);
}

/** Milliseconds covered by stretches that are apart, as {@link union} returns them. */
export const totalMs = (apart: readonly Interval[]): number =>
  apart.reduce((sum, { from, to }) => sum + (to - from), 0);

/** What is left of `within` around stretches that are in order and apart. */
export function gaps(apart: readonly Interval[], within: Interval): Interval[] {
  const left: Interval[] = [];
  let from = within.from;
  for (const stretch of apart) {
    if (stretch.from > from) left.push({ from, to: earlierOf(stretch.from, within.to) });
    if (stretch.to > from) from = stretch.to;
    if (from >= within.to) return left;
  }
  left.push({ from, to: within.to });
  return left.filter((gap) => gap.from < gap.to);
}

/**
 * Where at least two of several lists are covered at once; maximal stretches, in order. Each list is in order and apart.
 *
 * @example [1, 4), [6, 9) and [3, 7) → [3, 4), [6, 7)
 */
export function overlapsOfTwo(lists: readonly (readonly Interval[])[]): Interval[] {
  if (lists.filter(({ length }) => length > 0).length < 2) return [];
  const begins = lists.flatMap((list) => list.map(({ from }) => from)).sort(ascending);
  const ends = lists.flatMap((list) => list.map(({ to }) => to)).sort(ascending);
  const both: Interval[] = [];
  let begun = 0;
  let since: Instant | null = null;
  for (const [ended, at] of ends.entries()) {
    // What begins where something ends goes on without a break.
    for (let next = begins[begun]; next !== undefined && next <= at; next = begins[begun]) {
      begun += 1;
      if (begun - ended >= 2) since ??= next;
    }
    if (since === null || begun - ended - 1 >= 2) continue;
    both.push({ from: since, to: at });
    since = null;
  }
  return both.filter(({ from, to }) => from < to);
}

const ascending = (a: number, b: number): number => a - b;

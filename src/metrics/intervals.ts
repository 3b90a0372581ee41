import { earlier, type Instant, type Interval, later } from '@/lib/time';

/* Sums and overlaps of stretches of time, which most figures are made of. */

/** The common part of two stretches; null where there is none, or none of any length. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** What any of the stretches covers, in order and apart; those that touch are one, those of no length are none. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  if (isApart(intervals)) return intervals;
  const joined: Interval[] = [];
  for (const { from, to } of inOrder(intervals)) {
    const last = joined.at(-1);
    if (last && from <= last.to) {
      last.to = later(last.to, to);
    } else if (from < to) joined.push({ from, to });
  }
  return joined;
}

/** Mostly what is read from a log is in order and apart already, and then nothing is copied. */
const isApart = (intervals: readonly Interval[]): boolean =>
  intervals.every(({ from, to }, index) => from < to && (index === 0 || from > (intervals[index - 1]?.to ?? 0)));

/** By their beginnings. What is read from a log mostly is already, and then nothing is copied. */
function inOrder(intervals: readonly Interval[]): readonly Interval[] {
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
    if (stretch.from > from) left.push({ from, to: earlier(stretch.from, within.to) });
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
export function whereTwo(lists: readonly (readonly Interval[])[]): Interval[] {
  if (lists.length < 2) return [];
  const changes = lists
    .flatMap((list) =>
      list.flatMap(({ from, to }) => [
        { at: from, by: 1 },
        { at: to, by: -1 },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  const both: Interval[] = [];
  let covered = 0;
  let since: Instant | null = null;
  changes.forEach(({ at, by }, index) => {
    covered += by;
    // What begins and ends at one instant is looked at together.
    if (changes[index + 1]?.at === at) return;
    if (covered >= 2) since ??= at;
    else if (since !== null) {
      both.push({ from: since, to: at });
      since = null;
    }
  });
  return both;
}

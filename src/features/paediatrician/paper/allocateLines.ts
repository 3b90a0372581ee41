/*
 * Two pages, whatever was logged. How many lines a list gets follows from how many the others want, never from what the browser made
 * of it: a list that is cut says how much is left out, and the same log makes the same pages everywhere.
 */

/**
 * Shares whole lines out so that the least is left wanting: nobody gets more than they want, and what one leaves the others share.
 *
 * @example allocateLines(30, [5, 40, 12]) → [5, 13, 12]
 */
export function allocateLines(room: number, wants: readonly number[]): number[] {
  const allocated = wants.map(() => 0);
  const modestFirst = wants.map((want, index) => ({ want, index })).sort((a, b) => a.want - b.want);
  let left = Math.max(0, room);
  for (const [served, { want, index }] of modestFirst.entries()) {
    const lines = Math.min(want, Math.floor(left / (wants.length - served)));
    allocated[index] = lines;
    left -= lines;
  }
  return allocated;
}

/** A list as far as there is room for it, and what is left out. */
export interface Cut<T> {
  shown: readonly T[];
  omitted: readonly T[];
}

/**
 * Cuts a list to so many lines. What matters most comes first in it and is kept; if anything is left out, one line is for saying so.
 *
 * @param linesOf how many lines an item takes; one, unless given
 * @example cutToLines([a, b, c, d], 3) → shown [a, b], omitted [c, d]: the third line says "and 2 more"
 */
export function cutToLines<T>(items: readonly T[], lines: number, linesOf: (item: T) => number = () => 1): Cut<T> {
  if (countLines(items, linesOf) <= lines) return { shown: items, omitted: [] };
  let room = lines - 1;
  const cutAt = items.findIndex((item) => {
    room -= linesOf(item);
    return room < 0;
  });
  return { shown: items.slice(0, cutAt), omitted: items.slice(cutAt) };
}

export const countLines = <T>(items: readonly T[], linesOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + linesOf(item), 0);

/** The highest, which a reader looks for, and the latest of the others, in the order in which they were taken. */
export function keepHighestAndLatest<T extends { at: number; celsius: number }>(
  taken: readonly T[],
  max: number,
): Cut<T> {
  if (taken.length <= max) return { shown: taken, omitted: [] };
  const highest = taken.reduce((best, each) => (each.celsius > best.celsius ? each : best));
  const latest = taken.filter((each) => each !== highest).slice(1 - max);
  const kept = new Set([highest, ...(max > 1 ? latest : [])]);
  return { shown: taken.filter((each) => kept.has(each)), omitted: taken.filter((each) => !kept.has(each)) };
}

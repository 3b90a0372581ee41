/*
 * The report always has two pages, however much was logged. How many lines a list gets is computed
 * from the lengths of the lists, never measured in the browser: the same log gives the same pages
 * everywhere, and a list that is cut says how many items it leaves out.
 */

/**
 * Shares `room` lines among lists that want `wants` lines each. No list gets more than it wants,
 * and what a short list does not need goes to the longer ones.
 *
 * @example allocateLines(30, [5, 40, 12]) → [5, 13, 12]
 */
export function allocateLines(room: number, wants: readonly number[]): number[] {
  const allocated = wants.map(() => 0);
  const shortestFirst = wants.map((want, index) => ({ want, index })).sort((a, b) => a.want - b.want);
  let remaining = Math.max(0, room);
  for (const [servedCount, { want, index }] of shortestFirst.entries()) {
    const lines = Math.min(want, Math.floor(remaining / (wants.length - servedCount)));
    allocated[index] = lines;
    remaining -= lines;
  }
  return allocated;
}

/** A list cut to the available room: the shown items and the omitted ones. */
export interface Cut<T> {
  shown: readonly T[];
  omitted: readonly T[];
}

/**
 * Cuts a list, sorted by importance, to a number of lines. If items are left out, the last line is
 * kept free to say how many.
 *
 * @param linesOf how many lines an item takes, 1 by default
 * @example cutToLines([a, b, c, d], 3) → shown [a, b], omitted [c, d]: line 3 says "and 2 more"
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

/** Returns the sum of `linesOf` over all items. */
export const countLines = <T>(items: readonly T[], linesOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + linesOf(item), 0);

/**
 * Keeps the highest temperature and the latest of the others, in the order in which they were
 * taken.
 */
export function keepHighestAndLatest<T extends { at: number; celsius: number }>(
  taken: readonly T[],
  max: number,
): Cut<T> {
  if (taken.length <= max) return { shown: taken, omitted: [] };
  const highest = taken.reduce((best, temperature) => (temperature.celsius > best.celsius ? temperature : best));
  const latest = taken.filter((temperature) => temperature !== highest).slice(1 - max);
  const kept = new Set([highest, ...(max > 1 ? latest : [])]);
  return {
    shown: taken.filter((temperature) => kept.has(temperature)),
    omitted: taken.filter((temperature) => !kept.has(temperature)),
  };
}

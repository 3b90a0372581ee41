import type { Episode } from '@/domain/rows/others';
import type { Day } from '@/lib/time';

/** The bracket of an illness, drawn beside the rows of its nights. */
export interface Bracket {
  episode: Episode;
  /** The indexes of the first and last row, both included. */
  first: number;
  last: number;
  /** The column of the bracket: overlapping illnesses are in different lanes. */
  lane: number;
  /**
   * The row that shows the name, or null when every row of the bracket already shows another name.
   */
  labelLine: number | null;
}

/** With more illnesses at once, the last lane is shared: their nights are still marked. */
const LANES_MAX = 3;

/**
 * Returns the brackets of illnesses, sorted by start day. A bracket covers the nights whose day is
 * within the illness; an illness without such a night has no bracket.
 */
export function bracketsOf(episodes: readonly Episode[], nights: readonly Day[]): Bracket[] {
  const labelledLines = new Set<number>();
  const lastRowOfLane: number[] = [];
  return [...episodes]
    .sort((a, b) => (a.startDay < b.startDay ? -1 : Number(a.startDay > b.startDay)))
    .flatMap((episode): Bracket[] => {
      const isIn = (night: Day) => episode.startDay <= night && (episode.endDay === null || night <= episode.endDay);
      const [first, last] = [nights.findIndex(isIn), nights.findLastIndex(isIn)];
      if (first < 0) return [];
      const freeLane = lastRowOfLane.findIndex((row) => row < first);
      const lane = freeLane >= 0 ? freeLane : Math.min(lastRowOfLane.length, LANES_MAX - 1);
      lastRowOfLane[lane] = Math.max(lastRowOfLane[lane] ?? 0, last);
      const labelLine = linesFrom(first, last).find((line) => !labelledLines.has(line)) ?? null;
      if (labelLine !== null) labelledLines.add(labelLine);
      return [{ episode, first, last, lane, labelLine }];
    });
}

const linesFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

import type { Episode } from '@/domain/rows/others';
import type { Day } from '@/lib/time';

/** An illness beside the lines of its nights. */
export interface Bracket {
  episode: Episode;
  /** The first and the last line, both within. */
  first: number;
  last: number;
  /** Side by side where illnesses overlap. */
  lane: number;
  /** The line at which it has its name; null where others stand at each of its own. */
  labelLine: number | null;
}

/** More at once than this share the last place: their days are still marked. */
const LANES_MAX = 3;

/** Where illnesses stand beside the nights whose day lies in them. One that is in none of them stands nowhere. */
export function bracketsOf(episodes: readonly Episode[], nights: readonly Day[]): Bracket[] {
  const labelledLines = new Set<number>();
  const busyUntil: number[] = [];
  return [...episodes]
    .sort((a, b) => (a.startDay < b.startDay ? -1 : Number(a.startDay > b.startDay)))
    .flatMap((episode): Bracket[] => {
      const isIn = (night: Day) => episode.startDay <= night && (episode.endDay === null || night <= episode.endDay);
      const [first, last] = [nights.findIndex(isIn), nights.findLastIndex(isIn)];
      if (first < 0) return [];
      const free = busyUntil.findIndex((line) => line < first);
      const lane = free >= 0 ? free : Math.min(busyUntil.length, LANES_MAX - 1);
      busyUntil[lane] = Math.max(busyUntil[lane] ?? 0, last);
      const named = linesFrom(first, last).find((line) => !labelledLines.has(line)) ?? null;
      if (named !== null) labelledLines.add(named);
      return [{ episode, first, last, lane, labelLine: named }];
    });
}

const linesFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

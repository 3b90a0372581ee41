import { type Day, HOUR_MS, type Instant } from '@/lib/time';
import type { ChildNight } from './sleepsOfNights';
import type { UnlikelyGap } from './wakeUps';

/** When a night began and ended. */
export interface NightEnds {
  night: Day;
  bedtimeAt: Instant;
  morningAt: Instant;
}

/** A night is told from end to end if its ends lie that near those of its window. */
const NEAR_MS = 3 * HOUR_MS;

/** What is known of one child's night. */
export interface ToldNight extends ChildNight {
  unlikely: readonly UnlikelyGap[];
}

/**
 * Returns the ends of the nights that are told from end to end of every child with sleep in them: a
 * night that is told by halves must not look like a perfect one. Of several children it is the
 * latest bedtime and the earliest morning, the hours in which the parents would sleep.
 */
export function nightEnds(nights: readonly ToldNight[]): NightEnds[] {
  const byNight = new Map<Day, ReturnType<typeof endsOf>[]>();
  for (const told of nights) {
    const ends = byNight.get(told.night);
    if (ends) ends.push(endsOf(told));
    else byNight.set(told.night, [endsOf(told)]);
  }
  return [...byNight]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([night, ends]): NightEnds[] => {
      if (!ends.every((each) => each !== null)) return [];
      const bedtimeAt = Math.max(...ends.map(({ from }) => from)) as Instant;
      const morningAt = Math.min(...ends.map(({ to }) => to)) as Instant;
      return bedtimeAt < morningAt ? [{ night, bedtimeAt, morningAt }] : [];
    });
}

/** Returns the ends of one child's night; null if it is not told from end to end. */
function endsOf({ blocks, window, unlikely }: ToldNight): { from: Instant; to: Instant } | null {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last?.end || unlikely.length > 0 || blocks.some(({ end }) => end === null)) return null;
  const [from, to] = [first.start.at, last.end.at];
  const isNear = Math.abs(from - window.start) <= NEAR_MS && Math.abs(to - window.end) <= NEAR_MS;
  return isNear ? { from, to } : null;
}

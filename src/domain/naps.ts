import { DAY_MS, type Day, type Interval, type WallTime } from '@/lib/time';
import { findWallTimeNear, instantOnWall } from '@/lib/zone';
import type { Refusal } from './refusal';
import type { Nap } from './rows/others';

/** No nap is looked for that began longer than this before a range, so none is longer. */
export const LONGEST_NAP_MS = DAY_MS;

/**
 * The time from falling asleep on a day to waking, as it is told: waking is meant near the falling asleep. From 23:30 to 00:15 goes into
 * the next day; from 14:00 to 13:30 ends before it begins, which is for the log to refuse.
 */
export function napInterval(day: Day, from: WallTime, to: WallTime, timeZone: string): Interval {
  const start = instantOnWall(day, from, timeZone);
  const reading = findWallTimeNear(start, to, timeZone);
  switch (reading.kind) {
    case 'once':
      return { from: start, to: reading.at };
    // Clocks go back while one sleeps: the first of the two, unless that is before one fell asleep.
    case 'twice':
      return { from: start, to: reading.first > start ? reading.first : reading.second };
    case 'never':
      return { from: start, to: reading.clockChange };
  }
}

/** Why a nap cannot stand among the others: nobody sleeps twice at once. Null if it can. */
export function findNapOverlap(nap: Nap, others: readonly Nap[]): Refusal | null {
  const other = others.find(
    ({ id, caregiverId, deletedAt, startedAt, endedAt }) =>
      id !== nap.id &&
      caregiverId === nap.caregiverId &&
      deletedAt === null &&
      startedAt < nap.endedAt &&
      endedAt > nap.startedAt,
  );
  return other ? { code: 'napOverlaps', startedAt: other.startedAt, endedAt: other.endedAt } : null;
}

import { DAY_MS, type Day, type Interval, type WallTime } from '@/lib/time';
import { findWallTimeNear, instantOnWall, type Zone } from '@/lib/zone';
import type { Refusal } from './refusal';
import type { Nap } from './rows/others';

/**
 * No nap may be longer than this. The naps that overlap a range are searched by their start, from
 * this long before the range.
 */
export const LONGEST_NAP_MS = DAY_MS;

/**
 * Returns the interval of a nap from its two wall times. The end is the match of `to` that is
 * closest to the start. The result may end before it begins; the command that logs it refuses that.
 *
 * @example 23:30 to 00:15 → 45 minutes, into the next day
 * @example 14:00 to 13:30 → ends half an hour before it begins
 */
export function napInterval(day: Day, from: WallTime, to: WallTime, zone: Zone): Interval {
  const start = instantOnWall(day, from, zone);
  const wakingMatch = findWallTimeNear(start, to, zone);
  switch (wakingMatch.kind) {
    case 'once':
      return { from: start, to: wakingMatch.at };
    // The clocks went back over this time: the first of the two instants is meant, unless it is
    // before the start.
    case 'twice':
      return { from: start, to: wakingMatch.first > start ? wakingMatch.first : wakingMatch.second };
    case 'never':
      return { from: start, to: wakingMatch.clockChange };
  }
}

/**
 * Returns the refusal if a nap overlaps another nap of the same caregiver; null if it does not.
 * Naps that only touch do not overlap.
 */
export function findNapOverlap(nap: Nap, others: readonly Nap[]): Refusal | null {
  const overlapping = others.find(
    ({ id, caregiverId, deletedAt, startedAt, endedAt }) =>
      id !== nap.id &&
      caregiverId === nap.caregiverId &&
      deletedAt === null &&
      startedAt < nap.endedAt &&
      endedAt > nap.startedAt,
  );
  return overlapping ? { code: 'napOverlaps', startedAt: overlapping.startedAt, endedAt: overlapping.endedAt } : null;
}

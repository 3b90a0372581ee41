import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays, instantOnWall, wallClockAt } from '@/lib/zone';
import type { Household } from './rows/household';
import type { NightRow } from './rows/others';

export const NOON = '12:00' as WallTime;

/** The fields of the household row that decide when a night begins and ends. */
export type NightHours = Pick<Household, 'timeZone' | 'nightStart' | 'nightEnd'>;

/** The half-open window of a night, `[start, end)`. */
export interface NightWindow {
  start: Instant;
  end: Instant;
}

/**
 * Returns the night that an instant belongs to, named by the day of its evening: the calendar day
 * in the household's zone, or the day before if it is earlier than noon there. Subtracting twelve
 * hours from the instant instead would give a wrong night on days when the clocks change.
 *
 * @example 2026-11-17 at 02:43 → 2026-11-16
 */
export function nightOf(at: Instant, timeZone: string): Day {
  const wall = wallClockAt(at, timeZone);
  return wall.time < NOON ? addDays(wall.day, -1) : wall.day;
}

/**
 * Returns the interval `[start, end)` of everything that is filed under a night: from noon to noon
 * on the household's wall.
 */
export function nightSpan(night: Day, timeZone: string): NightWindow {
  return { start: instantOnWall(night, NOON, timeZone), end: instantOnWall(addDays(night, 1), NOON, timeZone) };
}

/**
 * Returns the hours of a night in which the parents would sleep: from `nightStart` to `nightEnd` on
 * the household's wall. A logged "Good night" replaces the start and a logged "Good morning" the
 * end, unless the start would then not be before the end.
 */
export function nightWindow(
  night: Day,
  hours: NightHours,
  row?: Pick<NightRow, 'bedtimeAt' | 'morningAt'> | null,
): NightWindow {
  const endDay = hours.nightEnd <= hours.nightStart ? addDays(night, 1) : night;
  const planned = {
    start: instantOnWall(night, hours.nightStart, hours.timeZone),
    end: instantOnWall(endDay, hours.nightEnd, hours.timeZone),
  };
  const logged = { start: row?.bedtimeAt ?? planned.start, end: row?.morningAt ?? planned.end };
  return logged.start < logged.end ? logged : planned;
}

/**
 * Returns the latest night that has begun by the household's hours. In the afternoon that is still
 * the night of the day before.
 */
export function lastStartedNight(hours: NightHours, now: Instant): Day {
  const night = nightOf(now, hours.timeZone);
  return nightWindow(night, hours).start <= now ? night : addDays(night, -1);
}

/** Returns whether an instant is within `[start, end)`. */
export const isWithin = (at: Instant, window: NightWindow): boolean => at >= window.start && at < window.end;

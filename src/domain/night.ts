import type { Day, Instant, WallTime } from '@/lib/time';
import { addDays, instantOnWall, wallClockAt } from '@/lib/zone';
import type { Household } from './rows/household';
import type { NightRow } from './rows/others';

export const NOON = '12:00' as WallTime;

/** What decides where a night lies; the rest of the household row does not matter to it. */
export type NightHours = Pick<Household, 'timeZone' | 'nightStart' | 'nightEnd'>;

/** Half open, `[start, end)`. */
export interface NightWindow {
  start: Instant;
  end: Instant;
}

/**
 * The night an instant belongs to, named by the day of its evening: the household's wall date, or the calendar day before
 * it until noon. (Taking twelve hours off the instant instead misfiles the days on which clocks change.)
 */
export function nightOf(at: Instant, timeZone: string): Day {
  const wall = wallClockAt(at, timeZone);
  return wall.time < NOON ? addDays(wall.day, -1) : wall.day;
}

/** From noon to noon: everything that is filed under a night, `[start, end)`. */
export function nightSpan(night: Day, timeZone: string): NightWindow {
  return { start: instantOnWall(night, NOON, timeZone), end: instantOnWall(addDays(night, 1), NOON, timeZone) };
}

/**
 * The hours of a night in which the parents would sleep: `nightStart` to `nightEnd` on the household's wall, each end
 * replaced by what was logged. If the pair then is not increasing, what was logged is left aside.
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

/** The last night that has begun by the household's hours: in the afternoon it is still the one before. */
export function lastStartedNight(hours: NightHours, now: Instant): Day {
  const night = nightOf(now, hours.timeZone);
  return nightWindow(night, hours).start <= now ? night : addDays(night, -1);
}

export const isWithin = (at: Instant, window: NightWindow): boolean => at >= window.start && at < window.end;

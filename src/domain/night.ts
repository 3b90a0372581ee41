import { type Day, earlierOf, type Instant, laterOf } from '@/lib/time';
import { addDays, instantOnWall, NOON, wallClockAt, type Zone, type ZoneHistory, zoneOfNight } from '@/lib/zone';
import type { Household } from './rows/household';
import type { NightRow } from './rows/others';

/** What of the household decides when a night begins and ends. */
export type NightHours = Pick<Household, 'nightStart' | 'nightEnd'> & ZoneHistory;

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
export function nightOf(at: Instant, zone: Zone): Day {
  const wall = wallClockAt(at, zone);
  return wall.time < NOON ? addDays(wall.day, -1) : wall.day;
}

/**
 * Returns the interval `[start, end)` of everything that is filed under a night: from noon to noon
 * on the household's wall.
 */
export function nightSpan(night: Day, zone: Zone): NightWindow {
  return { start: instantOnWall(night, NOON, zone), end: instantOnWall(addDays(night, 1), NOON, zone) };
}

/**
 * Returns the hours of a night in which the parents would sleep: from `nightStart` to `nightEnd` on
 * the wall of the night's zone. A logged "Good night" replaces the start and a logged "Good
 * morning" the end, unless the start would then not be before the end.
 */
export function nightWindow(
  night: Day,
  hours: NightHours,
  row?: Pick<NightRow, 'bedtimeAt' | 'morningAt'> | null,
): NightWindow {
  const endDay = hours.nightEnd <= hours.nightStart ? addDays(night, 1) : night;
  const timeZone = zoneOfNight(hours, night);
  const planned = {
    start: instantOnWall(night, hours.nightStart, timeZone),
    end: instantOnWall(endDay, hours.nightEnd, timeZone),
  };
  const logged = { start: row?.bedtimeAt ?? planned.start, end: row?.morningAt ?? planned.end };
  return logged.start < logged.end ? logged : planned;
}

/**
 * Returns the night whose window contains an instant, else the night that the instant is filed
 * under. If the household sleeps by day, that window may belong to the next or the previous night.
 *
 * @param windowOf by default the household's hours, whatever was logged
 * @example hours 09:00 to 15:00, 2026-11-23 at 10:30 → 2026-11-23, although it is before noon
 */
export function livedNight(
  at: Instant,
  hours: NightHours,
  windowOf: (night: Day) => NightWindow = (night) => nightWindow(night, hours),
): Day {
  const filedNight = nightOf(at, hours);
  const candidates = [filedNight, addDays(filedNight, 1), addDays(filedNight, -1)];
  return candidates.find((night) => isWithin(at, windowOf(night))) ?? filedNight;
}

/**
 * Returns all that a night's screen shows: what is filed under the night, and its hours, which
 * begin before that if the household sleeps by day.
 */
export function shownSpan(night: Day, hours: NightHours): NightWindow {
  const [span, window] = [nightSpan(night, hours), nightWindow(night, hours)];
  return { start: earlierOf(span.start, window.start), end: laterOf(span.end, window.end) };
}

/**
 * Returns the latest night that has begun by the household's hours. In the afternoon that is still
 * the night of the day before; for a household that sleeps by day, it may be the one of the day.
 */
export function lastStartedNight(hours: NightHours, now: Instant): Day {
  const filedNight = nightOf(now, hours);
  const candidates = [addDays(filedNight, 1), filedNight];
  return candidates.find((night) => nightWindow(night, hours).start <= now) ?? addDays(filedNight, -1);
}

/** Returns whether an instant is within `[start, end)`. */
export const isWithin = (at: Instant, window: NightWindow): boolean => at >= window.start && at < window.end;

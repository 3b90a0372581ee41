import { addMs, DAY_MS, type Day, type Instant, MINUTE_MS, SECOND_MS, type WallTime } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import type { Random } from './random';

/*
 * A night is told from noon to noon on the household's wall. In between, a time is a count of minutes from the midnight
 * before: 20:00 is 1200, and 4:00 the next morning 1680. It becomes an instant only through the zone, so that a
 * night in which clocks change is right.
 */

const HOUR = 60;
const DAY = 24 * HOUR;
const NOON = 12 * HOUR;

/** @example spanMinute('20:00') → 1200, spanMinute('04:00') → 1680 */
export function spanMinute(time: string): number {
  const minute = Number(time.slice(0, 2)) * HOUR + Number(time.slice(3, 5));
  return minute < NOON ? minute + DAY : minute;
}

/** The wall from noon of a night's day to noon of the next. */
export interface NightClock {
  /** The instant at which it shows a minute of the span: the first of two; in a gap, when clocks jump. */
  at(minute: number): Instant;
  /** The same for `HH:MM`, before noon on the next day. */
  time(time: string): Instant;
  /** A second between two such times, their ends included as whole minutes: nobody taps on the stroke of one. */
  between(random: Random, times: readonly [from: string, to: string]): Instant;
}

export function nightClock(night: Day, timeZone: string): NightClock {
  const onWall = (minute: number): Instant => {
    const digits = (value: number) => String(value).padStart(2, '0');
    const time = `${digits(Math.floor((minute % DAY) / HOUR))}:${digits(minute % HOUR)}` as WallTime;
    return instantOnWall(minute < DAY ? night : addDays(night, 1), time, timeZone);
  };
  const noon = onWall(NOON);
  // Asking the zone is what takes the time in ten years of nights, and in nearly all of them no clock changes.
  const plain = onWall(NOON + DAY) - noon === DAY_MS;
  const at = (minute: number): Instant => (plain ? addMs(noon, (minute - NOON) * MINUTE_MS) : onWall(minute));
  return {
    at,
    time: (time) => at(spanMinute(time)),
    between: (random, [from, to]) =>
      addMs(at(random.integer(spanMinute(from), spanMinute(to))), random.integer(0, 59) * SECOND_MS),
  };
}

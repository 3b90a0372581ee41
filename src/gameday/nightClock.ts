import { addMs, DAY_MS, type Day, type Instant, MINUTE_MS, SECOND_MS, type WallTime } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import type { Random } from './random';

/*
 * A night runs from noon to noon on the household's wall clock. Within it a time is a number of
 * minutes since the midnight before: 20:00 is 1200, and 4:00 the next morning is 1680. Minutes
 * become instants only through the zone, so that a night in which clocks change is correct.
 */

const HOUR = 60;
const DAY = 24 * HOUR;
const NOON = 12 * HOUR;

/** @example spanMinute('20:00') → 1200, spanMinute('04:00') → 1680 */
export function spanMinute(time: string): number {
  const minute = Number(time.slice(0, 2)) * HOUR + Number(time.slice(3, 5));
  return minute < NOON ? minute + DAY : minute;
}

/** Converts times between noon of a night's day and noon of the next day into instants. */
export interface NightClock {
  /**
   * Returns the instant of a minute. Of a time that occurs twice, the result is the first instant;
   * of a time that clocks skip, the instant of the change.
   */
  at(minute: number): Instant;
  /** The same for `HH:MM`. A time before noon is on the next day. */
  time(time: string): Instant;
  /**
   * Returns a random second between two times, in whole minutes with both ends included. Nobody
   * taps exactly at a full minute.
   */
  between(random: Random, times: readonly [from: string, to: string]): Instant;
}

export function nightClock(night: Day, timeZone: string): NightClock {
  const instantOfMinute = (minute: number): Instant => {
    const digits = (value: number) => String(value).padStart(2, '0');
    const time = `${digits(Math.floor((minute % DAY) / HOUR))}:${digits(minute % HOUR)}` as WallTime;
    return instantOnWall(minute < DAY ? night : addDays(night, 1), time, timeZone);
  };
  const noon = instantOfMinute(NOON);
  // Zone look-ups take most of the time over ten years of nights, and in nearly all nights no clock
  // changes.
  const hasNoClockChange = instantOfMinute(NOON + DAY) - noon === DAY_MS;
  const at = (minute: number): Instant =>
    hasNoClockChange ? addMs(noon, (minute - NOON) * MINUTE_MS) : instantOfMinute(minute);
  return {
    at,
    time: (time) => at(spanMinute(time)),
    between: (random, [from, to]) =>
      addMs(at(random.integer(spanMinute(from), spanMinute(to))), random.integer(0, 59) * SECOND_MS),
  };
}

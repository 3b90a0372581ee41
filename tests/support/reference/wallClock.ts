import { Temporal } from 'temporal-polyfill';
import { type Day, type Instant, MINUTE_MS, type WallTime } from '@/lib/time';

/* Walls and calendars by Temporal: src/lib/zone is read a second time here, so nothing of it is used. */

export const MINUTE = MINUTE_MS;
export const NOON = '12:00' as WallTime;

/** When the wall in a zone shows a time: the first of two readings; where clocks skip it, the moment they jump. */
export function wallInstant(day: Day, time: WallTime, timeZone: string): Instant {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds as Instant;
  const jump = zoned.getTimeZoneTransition('next');
  if (!jump) throw new Error(`${day} ${time} never was in ${timeZone}, yet its clocks never change`);
  return jump.epochMilliseconds as Instant;
}

export const daysLater = (day: Day, count: number): Day =>
  Temporal.PlainDate.from(day).add({ days: count }).toString() as Day;

export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** Every day from one to another, both included. */
export function daysOf(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = daysLater(day, 1)) days.push(day);
  return days;
}

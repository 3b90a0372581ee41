import { Temporal } from 'temporal-polyfill';
import { type Day, type Instant, MINUTE_MS, type WallTime } from '@/lib/time';

/*
 * Wall clocks and calendars by Temporal. This is a second implementation of src/lib/zone and shares
 * no code with it.
 */

export const MINUTE = MINUTE_MS;
export const NOON = '12:00' as WallTime;

/**
 * Returns the instant at which the wall clock of a zone shows a time. Of a time that occurs twice,
 * this is the first instant; of a time that clocks skip, the instant of the change.
 */
export function wallInstant(day: Day, time: WallTime, timeZone: string): Instant {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds as Instant;
  const jump = zoned.getTimeZoneTransition('next');
  if (!jump) throw new Error(`${day} ${time} never was in ${timeZone}, yet its clocks never change`);
  return jump.epochMilliseconds as Instant;
}

/** Returns the calendar day that the wall clock of a zone shows at an instant. */
export const wallDay = (at: Instant, timeZone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day;

export const daysLater = (day: Day, count: number): Day =>
  Temporal.PlainDate.from(day).add({ days: count }).toString() as Day;

export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** Returns every day from one to another, both included. */
export function daysOf(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = daysLater(day, 1)) days.push(day);
  return days;
}

import { DAY_MS, earlierOf, type Instant, type Interval, MINUTE_MS, type WallTime } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';

/* The half hours of a day on the wall, 0 from midnight to 47 from half past eleven. */

export const HALF_HOURS = 48;
const HALF_HOUR_MS = 30 * MINUTE_MS;

/** Every zone's clock is off by whole quarters of an hour, and changes by them. */
const QUARTER_MS = 15 * MINUTE_MS;

/** Milliseconds of a window in which the wall showed each half hour: 0 of one that was skipped, twice as many of one that came twice. */
export type HalfHours = Float64Array;

export function halfHoursOf({ from, to }: Interval, timeZone: string): HalfHours {
  const shown = new Float64Array(HALF_HOURS);
  const offset = offsetAt(from, timeZone);
  const steady = offset === offsetAt(to, timeZone);
  for (let at = from; at < to; ) {
    const next = earlierOf(((Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS) as Instant, to);
    const place = placeOf(at + (steady ? offset : offsetAt(at, timeZone)));
    shown[place] = (shown[place] ?? 0) + (next - at);
    at = next;
  }
  return shown;
}

/** The half hour the wall shows at an instant. */
export const halfHourAt = (at: Instant, timeZone: string): number => placeOf(at + offsetAt(at, timeZone));

const placeOf = (wallMs: number): number => Math.floor((wallMs % DAY_MS) / HALF_HOUR_MS);

/** Milliseconds by which the wall is ahead of UTC. */
function offsetAt(at: Instant, timeZone: string): number {
  const { day, time } = wallClockAt(at, timeZone);
  return Date.parse(`${day}T${time}:00.000Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** When a half hour begins: `02:30` of 5. */
export const halfHourStart = (halfHour: number): WallTime =>
  new Date((halfHour % HALF_HOURS) * HALF_HOUR_MS).toISOString().slice(11, 16) as WallTime;

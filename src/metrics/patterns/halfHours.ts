import { DAY_MS, earlierOf, type Instant, type Interval, MINUTE_MS, type WallTime } from '@/lib/time';
import { wallClockAt, type Zone } from '@/lib/zone';

/* The half hours of a day on the wall clock: 0 begins at midnight, 47 at 23:30. */

export const HALF_HOURS = 48;
const HALF_HOUR_MS = 30 * MINUTE_MS;

/**
 * The offset of every time zone is a multiple of a quarter of an hour, and so is every change of
 * it.
 */
const QUARTER_MS = 15 * MINUTE_MS;

/**
 * How many milliseconds of a window the wall clock showed each half hour: 0 for a half hour that
 * was skipped, twice as many for one that occurred twice.
 */
export type HalfHours = Float64Array;

/** Returns the milliseconds of each half hour of the wall clock in an interval. */
export function halfHoursOf({ from, to }: Interval, zone: Zone): HalfHours {
  const msByHalfHour = new Float64Array(HALF_HOURS);
  const offsetMs = offsetAt(from, zone);
  const isOffsetConstant = offsetMs === offsetAt(to, zone);
  for (let at = from; at < to; ) {
    const next = earlierOf(((Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS) as Instant, to);
    const halfHour = halfHourOf(at + (isOffsetConstant ? offsetMs : offsetAt(at, zone)));
    msByHalfHour[halfHour] = (msByHalfHour[halfHour] ?? 0) + (next - at);
    at = next;
  }
  return msByHalfHour;
}

/** Returns the half hour that the wall clock shows at an instant, 0 to 47. */
export const halfHourAt = (at: Instant, zone: Zone): number => halfHourOf(at + offsetAt(at, zone));

const halfHourOf = (wallMs: number): number => Math.floor((wallMs % DAY_MS) / HALF_HOUR_MS);

/** Returns the milliseconds by which the wall clock is ahead of UTC. */
function offsetAt(at: Instant, zone: Zone): number {
  const { day, time } = wallClockAt(at, zone);
  return Date.parse(`${day}T${time}:00.000Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** Returns the wall time at which a half hour begins: `02:30` for 5. */
export const halfHourStart = (halfHour: number): WallTime =>
  new Date((halfHour % HALF_HOURS) * HALF_HOUR_MS).toISOString().slice(11, 16) as WallTime;

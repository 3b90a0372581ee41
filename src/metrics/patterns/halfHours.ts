import { type Instant, type Interval, MINUTE_MS, type WallTime } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';

/* The half hours of a day on the wall, 0 from midnight to 47 from half past eleven. */

export const HALF_HOURS = 48;
const HALF_HOUR_MINUTES = 30;

/** Every zone's clock is off by whole quarters of an hour, and changes by them. */
const QUARTER_MS = 15 * MINUTE_MS;

/** Milliseconds of a window in which the wall showed each half hour: 0 of one that was skipped, twice as many of one that came twice. */
export type HalfHours = Float64Array;

export function halfHoursOf(window: Interval, timeZone: string): HalfHours {
  const shown = new Float64Array(HALF_HOURS);
  let from: number = window.from;
  while (from < window.to) {
    const to = Math.min((Math.floor(from / QUARTER_MS) + 1) * QUARTER_MS, window.to);
    const place = halfHourAt(from as Instant, timeZone);
    shown[place] = (shown[place] ?? 0) + (to - from);
    from = to;
  }
  return shown;
}

/** The half hour the wall shows at an instant. */
export function halfHourAt(at: Instant, timeZone: string): number {
  const { time } = wallClockAt(at, timeZone);
  return Number(time.slice(0, 2)) * 2 + (time.slice(3) < '30' ? 0 : 1);
}

/** When a half hour begins: `02:30` of 5. */
export const beginningOf = (halfHour: number): WallTime => {
  const minutes = (halfHour % HALF_HOURS) * HALF_HOUR_MINUTES;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':') as WallTime;
};

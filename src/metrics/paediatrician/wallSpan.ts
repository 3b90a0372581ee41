import { nightSpan } from '@/domain/night';
import { type Day, type Instant, type Interval, MINUTE_MS } from '@/lib/time';
import { clockChangeIn, wallClockAt, type Zone } from '@/lib/zone';

/** A position in a row from noon to noon, in minutes on the wall clock. */
export interface WallSpan {
  start: number;
  /** The real duration in minutes. */
  minutes: number;
}

/**
 * Returns the minutes between the noon of `night` and the time that the wall clock shows at `at`.
 * In an hour that occurs twice, both occurrences have the same position.
 */
export function minuteOnWall(at: Instant, night: Day, zone: Zone): number {
  const { day, time } = wallClockAt(at, zone);
  const wallMs = Date.parse(`${day}T${time}:00.000Z`) - Date.parse(`${night}T12:00:00.000Z`);
  return (wallMs + (at % MINUTE_MS)) / MINUTE_MS;
}

/**
 * Returns the position of an interval on the wall clock: one span, or two if the clocks change
 * within the interval. In spring there is a gap between the two, the hour that was skipped. In
 * autumn they overlap in the hour that occurs twice.
 *
 * @example 1:30 to 3:30 in Paris, in the night in which 2:00 becomes 3:00 → 1:30 to 2:00 and 3:00
 * to 3:30
 */
export function wallSpansOf(stretch: Interval, night: Day, zone: Zone): WallSpan[] {
  const change = clockChangeIn(stretch, zone);
  // An interval that begins or ends at the change lies on one side of it.
  const parts =
    change === null || change === stretch.to
      ? [stretch]
      : [
          { from: stretch.from, to: change },
          { from: change, to: stretch.to },
        ];
  return parts.map(({ from, to }) => ({
    start: minuteOnWall(from, night, zone),
    minutes: (to - from) / MINUTE_MS,
  }));
}

/**
 * Returns the direction of the clock change between the two noons of a night; null without a
 * change.
 */
export function clockChangeOf(night: Day, zone: Zone): 'forward' | 'back' | null {
  const { start, end } = nightSpan(night, zone);
  const minutes = (end - start) / MINUTE_MS;
  if (minutes === DAY_MINUTES) return null;
  return minutes < DAY_MINUTES ? 'forward' : 'back';
}

/** The width of a row: from noon to noon on the wall clock. */
export const DAY_MINUTES = 24 * 60;

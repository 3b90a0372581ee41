import { nightSpan } from '@/domain/night';
import { type Day, type Instant, type Interval, MINUTE_MS } from '@/lib/time';
import { clockChangeIn, wallClockAt } from '@/lib/zone';

/** Where something lies in a row from noon to noon: minutes on the clock of the wall after its first noon, 0 to 1440. */
export interface WallSpan {
  start: number;
  /** As long as it was, in minutes. */
  minutes: number;
}

/** Minutes after the noon of `night` that the wall shows. Where an hour comes twice, both readings are one place. */
export function minuteOnWall(at: Instant, night: Day, timeZone: string): number {
  const { day, time } = wallClockAt(at, timeZone);
  const shown = Date.parse(`${day}T${time}:00.000Z`) - Date.parse(`${night}T12:00:00.000Z`);
  return (shown + (at % MINUTE_MS)) / MINUTE_MS;
}

/**
 * Where a stretch lies by the clock on the wall: in one piece, or in two if the clock is changed within it. In spring there
 * is a gap between them, the hour that was skipped; in autumn they overlap in the one that came twice.
 *
 * @example 1:30 to 3:30 in Paris, in the night in which 2:00 becomes 3:00 → 1:30 to 2:00 and 3:00 to 3:30
 */
export function wallSpansOf(stretch: Interval, night: Day, timeZone: string): WallSpan[] {
  const change = clockChangeIn(stretch, timeZone);
  // What begins with the change is on one side of it.
  const parts =
    change === null || change === stretch.to
      ? [stretch]
      : [
          { from: stretch.from, to: change },
          { from: change, to: stretch.to },
        ];
  return parts.map(({ from, to }) => ({
    start: minuteOnWall(from, night, timeZone),
    minutes: (to - from) / MINUTE_MS,
  }));
}

/** Whether the clock on the wall is changed between a night's noons, and which way. */
export function clockChangeOf(night: Day, timeZone: string): 'forward' | 'back' | null {
  const { start, end } = nightSpan(night, timeZone);
  const minutes = (end - start) / MINUTE_MS;
  if (minutes === DAY_MINUTES) return null;
  return minutes < DAY_MINUTES ? 'forward' : 'back';
}

/** A row's width: from noon to noon on the wall. */
export const DAY_MINUTES = 24 * 60;

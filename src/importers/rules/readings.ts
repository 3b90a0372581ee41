import type { SourceTime } from '@/importers/values/sourceTime';
import { addMs, type Instant, MINUTE_MS, type WallTime } from '@/lib/time';
import { addDays, findWallTime } from '@/lib/zone';

/** A moment that a time of a file may mean. */
export interface TimeReading {
  at: Instant;
  /** Whether the clocks jumped over that time: it is a guess. */
  isGuess: boolean;
}

/**
 * Returns the moments that a time may mean: two of an hour that is there twice, and the moment of
 * the jump for an hour that is not there.
 *
 * @param start the moments that the start may be, for an end that is an hour only: it is the first
 * one at the start or after it
 * @param timeZone of the walls that do not say their own
 */
export function readingsOf(
  time: SourceTime,
  timeZone: string,
  start?: Extract<SourceTime, { kind: 'wall' }>,
): TimeReading[] {
  switch (time.kind) {
    case 'instant':
      return [{ at: time.at, isGuess: false }];
    case 'wall':
      return wallReadings(time, time.timeZone ?? timeZone);
    case 'clock': {
      if (!start) return [];
      const zone = start.timeZone ?? timeZone;
      const [earliest] = wallReadings(start, zone);
      const sameDay = wallReadings({ kind: 'wall', day: start.day, msOfDay: time.msOfDay }, zone);
      if (earliest && sameDay.some(({ at }) => at >= earliest.at)) return sameDay;
      return wallReadings({ kind: 'wall', day: addDays(start.day, 1), msOfDay: time.msOfDay }, zone);
    }
  }
}

function wallReadings({ day, msOfDay }: Extract<SourceTime, { kind: 'wall' }>, zone: string): TimeReading[] {
  const minutes = Math.floor(msOfDay / MINUTE_MS);
  const rest = msOfDay - minutes * MINUTE_MS;
  const two = (value: number) => String(value).padStart(2, '0');
  const match = findWallTime(day, `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as WallTime, zone);
  switch (match.kind) {
    case 'once':
      return [{ at: addMs(match.at, rest), isGuess: false }];
    case 'twice':
      return [match.first, match.second].map((at) => ({ at: addMs(at, rest), isGuess: false }));
    case 'never':
      return [{ at: match.clockChange, isGuess: true }];
  }
}

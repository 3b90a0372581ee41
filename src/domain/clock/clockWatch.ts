import type { Instant } from '@/lib/time';
import type { ClockReading } from './followClock';

/**
 * Compares the clock on the wall, which people and networks set, with one that nobody can set. The
 * latter may stand still while the phone sleeps, so a step forward proves nothing by itself.
 *
 * @param readWall the clock that can be set
 * @param readSteady milliseconds since any instant, which only grow
 * @returns a function that reads both, with what the wall must show since it was called last
 */
export function createClockWatch(readWall: () => Instant, readSteady: () => number): () => ClockReading {
  let offset = readWall() - readSteady();
  return () => {
    const [now, steady] = [readWall(), readSteady()];
    const expected = Math.round(offset + steady) as Instant;
    offset = now - steady;
    return { now, expected, isExact: true };
  };
}

import { describe, expect, it } from 'vitest';
import { clockPlace } from '@/features/watch/clockPlace';
import { addMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/time';
import { at } from '../../support/factories';

const evening = at('2026-11-16 20:00');
const night = Array.from({ length: 12 * 60 }, (_, minute) => clockPlace(addMs(evening, minute * MINUTE_MS)));

describe('where the clock of the watch stands', () => {
  it('is the same for a whole minute, on every phone', () => {
    expect(clockPlace(addMs(evening, 59 * SECOND_MS))).toEqual(clockPlace(evening));
  });

  it('moves every minute, and never leaves its room', () => {
    for (const [minute, { x, y }] of night.entries()) {
      const next = clockPlace(addMs(evening, (minute + 1) * MINUTE_MS));
      expect(Math.hypot(next.x - x, next.y - y)).toBeGreaterThan(0.2);
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
    }
  });

  it('is nowhere more often than elsewhere: in each hour, each quarter of the room has its share', () => {
    for (let hour = 0; hour < night.length; hour += HOUR_MS / MINUTE_MS) {
      const places = night.slice(hour, hour + 60);
      for (const [right, down] of [
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ]) {
        const count = places.filter(({ x, y }) => x > 0 === right && y > 0 === down).length;
        expect(count).toBeGreaterThanOrEqual(10);
        expect(count).toBeLessThanOrEqual(20);
      }
    }
  });
});

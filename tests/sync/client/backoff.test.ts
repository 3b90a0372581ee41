import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from '@/sync/client/backoff';

it('waits a second, then twice as long each time, and at most five minutes', () => {
  const waits = [1, 2, 3, 4, 9, 10, 11, 5000].map((failures) => backoffMs(failures, 0));
  expect(waits).toEqual([1000, 2000, 4000, 8000, 256_000, 300_000, 300_000, 300_000]);
});

it('waits down to half as long by chance', () => {
  expect(backoffMs(3, 0.5)).toBe(3000);
  expect(backoffMs(3, 0.999)).toBe(2002);
  expect(backoffMs(20, 0.999)).toBe(150_150);
});

it('is always between half and all of its time', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), random, (failures, drawn) => {
      const fullMs = backoffMs(failures, 0);
      const waitMs = backoffMs(failures, drawn);
      expect(waitMs).toBeGreaterThanOrEqual(fullMs / 2);
      expect(waitMs).toBeLessThanOrEqual(fullMs);
      expect(waitMs).toBeLessThanOrEqual(300_000);
    }),
  );
});

it('never asks before the server wants to be asked', () => {
  expect(backoffMs(1, 0.9, 120_000)).toBe(120_000);
  expect(backoffMs(1, 0.9, 3_600_000)).toBe(3_600_000);
  expect(backoffMs(10, 0, 1000)).toBe(300_000);
});

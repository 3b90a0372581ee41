import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chore } from '@/domain/rows/others';
import { HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics } from '@/metrics/computeMetrics';
import { at, day, household } from '../support/factories';
import { DELETED, logWith } from '../support/metrics';

/*
 * The debt from bucket to bucket. The burn-up chart shows what was deferred and paid since the
 * beginning of the range; the burn-down chart shows what is left.
 */

const chore = (
  effortMinutes: number,
  deferredAt: Instant,
  paidAt: Instant | null,
  more: Partial<Chore> = {},
): Chore => ({
  id: `${effortMinutes} ${deferredAt}`,
  updatedAt: deferredAt,
  deletedAt: null,
  title: 'laundry',
  effortMinutes,
  deferredAt,
  paidAt,
  ...more,
});

const NOW = at('2026-12-01 12:00');
const burn = (chores: Chore[], from: string, to: string, { perStep = 1, now = NOW, timeZone = 'Europe/Paris' } = {}) =>
  computeCharts(
    logWith({ chores, household: household({ timeZone }) }),
    { from: day(from), to: day(to) },
    now,
    perStep,
  ).buckets.map(({ accrued, paid, outstanding }) => [accrued, paid, outstanding]);

describe('computeCharts: the debt of each bucket', () => {
  // A chore of 30 is deferred in the first night and paid before noon of the 19th, which is still
  // the night of the 18th. One of 45 is deferred in the second night, and one of 20 long before.
  const chores = [
    chore(30, at('2026-11-16 22:00'), at('2026-11-19 10:00')),
    chore(45, at('2026-11-17 22:00'), null),
    chore(20, at('2026-10-01 22:00'), at('2026-11-17 15:00')),
  ];

  it('adds up the deferred and paid minutes, and returns the minutes that are left', () => {
    expect(burn(chores, '2026-11-15', '2026-11-18')).toEqual([
      [0, 0, 20],
      [30, 0, 50],
      [75, 20, 75],
      [75, 50, 45],
    ]);
  });

  it('starts the sums at 0, and ends with the figures of the whole range', () => {
    const range = { from: day('2026-11-17'), to: day('2026-11-18') };
    expect(burn(chores, range.from, range.to)).toEqual([
      [45, 20, 75],
      [45, 50, 45],
    ]);
    expect(computeMetrics(logWith({ chores }), range, NOW).debt).toEqual({ accrued: 45, paid: 50, outstanding: 45 });
  });

  it('returns one value per week when a bucket is a week', () => {
    expect(burn(chores, '2026-11-09', '2026-11-18', { perStep: 7 })).toEqual([
      [0, 0, 20],
      [75, 50, 45],
    ]);
  });

  it('returns the minutes that are left at now in the running night', () => {
    const now = at('2026-11-18 01:00');
    expect(burn(chores.slice(0, 2), '2026-11-17', '2026-11-17', { now })).toEqual([[45, 0, 75]]);
  });

  it('ignores forgiven chores', () => {
    const forgiven = chores.map((each) => ({ ...each, ...DELETED }));
    expect(burn(forgiven, '2026-11-16', '2026-11-17')).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('begins each bucket at noon of the wall clock, whether clocks go back, forward, or change at midnight', () => {
    // The bucket before noon and the bucket from noon on, for the night in which the clocks change
    // and the night after it.
    const around = (timeZone: string, noon: Instant, night: string, next: string) =>
      burn(
        [
          chore(10, (noon - MINUTE_MS) as Instant, null),
          chore(1, noon, null),
          chore(100, at(`${night} 12:00`, timeZone), noon),
        ],
        night,
        next,
        { timeZone },
      );
    // Noon after the change: 25 October 11:00 UTC in Paris, 29 March 10:00 UTC; 24 April 2026 9:00
    // UTC in Cairo.
    for (const [zone, noon, night, next] of [
      ['Europe/Paris', Date.UTC(2026, 9, 25, 11), '2026-10-24', '2026-10-25'],
      ['Europe/Paris', Date.UTC(2026, 2, 29, 10), '2026-03-28', '2026-03-29'],
      ['Africa/Cairo', Date.UTC(2026, 3, 24, 9), '2026-04-23', '2026-04-24'],
    ] as const)
      expect(around(zone, noon as Instant, night, next), zone).toEqual([
        // At the instant of noon the chore of 1 is deferred and the one of 100 is paid. The
        // outstanding debt includes both; the sums include them from the next bucket on.
        [110, 0, 11],
        [111, 100, 11],
      ]);
  });

  it('returns the previous debt plus the deferred minutes minus the paid ones', () => {
    const begin = at('2026-10-20 12:00');
    const hours = fc.integer({ min: 0, max: 24 * 14 });
    const drafts = fc.array(fc.tuple(fc.integer({ min: 0, max: 10_000 }), hours, fc.option(hours)), { maxLength: 30 });
    fc.assert(
      fc.property(drafts, (rows) => {
        // Half past the hour, so that nothing happens at the boundary of two buckets.
        const chores = rows.map(([minutes, deferred, later], index) => {
          const deferredAt = (begin + deferred * HOUR_MS + 30 * MINUTE_MS) as Instant;
          const paidAt = later === null ? null : ((deferredAt + later * HOUR_MS) as Instant);
          return chore(minutes, deferredAt, paidAt, { id: String(index) });
        });
        const [before, ...steps] = burn(chores, '2026-10-23', '2026-10-28');
        // The range of the second part begins a night later, after the clock change.
        const rest = burn(chores, '2026-10-24', '2026-10-28');
        for (const [index, [accrued = 0, paid = 0, outstanding = 0]] of rest.entries()) {
          expect(outstanding).toBe((before?.[2] ?? 0) + accrued - paid);
          expect(outstanding).toBe(steps[index]?.[2]);
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Chore } from '@/domain/rows/others';
import { at, PARIS } from '../support/factories';
import { DELETED, metricsOf } from '../support/metrics';

/* The usual night’s range runs from noon on the 16th to noon on the 17th. */

const chore = (effortMinutes: number, deferredAt: string, paidAt: string | null, more: Partial<Chore> = {}): Chore => ({
  id: `${effortMinutes} ${deferredAt}`,
  updatedAt: at(deferredAt),
  deletedAt: null,
  title: 'laundry',
  effortMinutes,
  deferredAt: at(deferredAt),
  paidAt: paidAt === null ? null : at(paidAt),
  ...more,
});

const debt = (...chores: Chore[]) => metricsOf({ chores }, { now: at('2026-11-30 12:00') }).debt;

describe('debt', () => {
  it('returns the minutes deferred, paid and left', () => {
    expect(debt(chore(45, '2026-11-16 20:00', '2026-11-17 09:00'), chore(15, '2026-11-16 21:00', null))).toEqual({
      outstanding: 15,
      accrued: 60,
      paid: 45,
    });
  });

  it('keeps a chore outstanding after the range in which it was deferred', () => {
    // One deferred before and not paid, one deferred before and paid within the range, one paid
    // after it.
    expect(
      debt(
        chore(30, '2026-11-10 20:00', null),
        chore(20, '2026-11-10 21:00', '2026-11-16 22:00'),
        chore(10, '2026-11-16 20:00', '2026-11-18 09:00'),
      ),
    ).toEqual({ outstanding: 40, accrued: 10, paid: 20 });
  });

  it('begins and ends a range at noon', () => {
    expect(debt(chore(10, '2026-11-16 12:00', null))).toMatchObject({ accrued: 10 });
    expect(debt(chore(10, '2026-11-16 11:59:59', null))).toEqual({ outstanding: 10, accrued: 0, paid: 0 });
    expect(debt(chore(10, '2026-11-17 11:59:59', null))).toMatchObject({ accrued: 10 });
    expect(debt(chore(10, '2026-11-17 12:00', null))).toMatchObject({ accrued: 0 });
    expect(debt(chore(10, '2026-11-10 20:00', '2026-11-16 12:00'))).toEqual({ outstanding: 0, accrued: 0, paid: 10 });
    expect(debt(chore(10, '2026-11-10 20:00', '2026-11-16 11:59:59'))).toEqual({ outstanding: 0, accrued: 0, paid: 0 });
  });

  it('uses noon of the household’s wall clock, even when clocks change in the night', () => {
    // Noon on 24 October is 10:00 UTC, on 25 October 11:00 UTC.
    const deferred = (time: string) => chore(10, '2026-10-24 20:00', null, { deferredAt: at(time, 'UTC') });
    const accrued = (time: string) =>
      metricsOf({ chores: [deferred(time)] }, { from: '2026-10-24', now: at('2026-10-30 12:00', PARIS) }).debt.accrued;
    expect(accrued('2026-10-24 09:59')).toBe(0);
    expect(accrued('2026-10-24 10:00')).toBe(10);
    expect(accrued('2026-10-25 10:59')).toBe(10);
    expect(accrued('2026-10-25 11:00')).toBe(0);
  });

  it('returns the minutes that are left at now while the range is not over', () => {
    const chores = [chore(10, '2026-11-16 20:00', '2026-11-16 23:00'), chore(5, '2026-11-17 08:00', null)];
    const at22 = metricsOf({ chores }, { now: at('2026-11-16 22:00') }).debt.outstanding;
    const at9 = metricsOf({ chores }, { now: at('2026-11-17 09:00') }).debt.outstanding;
    expect([at22, at9]).toEqual([10, 5]);
    // A chore counts from the instant at which it is deferred, and no longer at the instant at
    // which it is paid.
    const asOf = (now: string) => metricsOf({ chores }, { now: at(now) }).debt.outstanding;
    expect([asOf('2026-11-16 20:00'), asOf('2026-11-16 23:00')]).toEqual([10, 0]);
  });

  it('returns the same debt whether the night was logged or not', () => {
    const found = metricsOf({ chores: [chore(10, '2026-11-16 20:00', null)] });
    expect(found.availability.observedNights).toBe(0);
    expect(found.debt.outstanding).toBe(10);
  });

  it('ignores deleted chores, and returns 0 without chores', () => {
    const none = { outstanding: 0, accrued: 0, paid: 0 };
    expect(debt(chore(10, '2026-11-16 20:00', null, DELETED))).toEqual(none);
    expect(debt()).toEqual(none);
  });
});

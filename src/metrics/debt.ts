import { nightSpan } from '@/domain/night';
import type { Chore } from '@/domain/rows/others';
import { earlierOf, type Instant } from '@/lib/time';
import type { Scope } from './nightFacts';

/** Technical debt: chores put off, in minutes of their effort. Numbers, 0 where there are none. */
export interface Debt {
  /** Deferred by then and not paid: at the range's end or `now`, whichever is first. */
  outstanding: number;
  /** Deferred within the range. */
  accrued: number;
  /** Paid within the range. */
  paid: number;
}

/**
 * The range runs from local noon of its first day to local noon of the day after its last. Interest is not charged.
 * Source: metrics.md, `debt`.
 *
 * @example 45 min of laundry put off on Monday and done on Tuesday, 15 of dishes still there → outstanding 15, accrued 60, paid 45
 */
export function debt({ household, range, now }: Scope, chores: readonly Chore[]): Debt {
  const from = nightSpan(range.from, household.timeZone).start;
  const to = nightSpan(range.to, household.timeZone).end;
  const end = earlierOf(to, now);
  const within = (at: Instant | null) => at !== null && at >= from && at < to;
  const minutes = (wanted: (chore: Chore) => boolean) =>
    chores
      .filter((chore) => chore.deletedAt === null && wanted(chore))
      .reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);
  return {
    outstanding: minutes(({ deferredAt, paidAt }) => deferredAt <= end && (paidAt === null || paidAt > end)),
    accrued: minutes(({ deferredAt }) => within(deferredAt)),
    paid: minutes(({ paidAt }) => within(paidAt)),
  };
}

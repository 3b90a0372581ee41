import { nightSpan } from '@/domain/night';
import type { Chore } from '@/domain/rows/others';
import { earlierOf, type Instant } from '@/lib/time';
import type { Scope } from './nightFacts';

/**
 * Technical debt: the effort of deferred chores, in minutes. A value is 0 when there are no chores.
 */
export interface Debt {
  /** Deferred and not paid at the end of the range, or at `now` if that is earlier. */
  outstanding: number;
  /** Deferred within the range. */
  accrued: number;
  /** Paid within the range. */
  paid: number;
}

/**
 * Returns the technical debt of a range. The range runs from local noon of its first day to local
 * noon of the day after its last. Debt bears no interest.
 * Source: metrics.md, `debt`.
 *
 * @example 45 min of laundry deferred on Monday and paid on Tuesday, 15 min of dishes not paid →
 * outstanding 15, accrued 60, paid 45
 */
export function debt({ household, range, now }: Scope, chores: readonly Chore[]): Debt {
  const from = nightSpan(range.from, household).start;
  const to = nightSpan(range.to, household).end;
  const end = earlierOf(to, now);
  const isWithinRange = (at: Instant | null) => at !== null && at >= from && at < to;
  const sumMinutes = (isIncluded: (chore: Chore) => boolean) =>
    chores
      .filter((chore) => chore.deletedAt === null && isIncluded(chore))
      .reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);
  return {
    outstanding: sumMinutes(({ deferredAt, paidAt }) => deferredAt <= end && (paidAt === null || paidAt > end)),
    accrued: sumMinutes(({ deferredAt }) => isWithinRange(deferredAt)),
    paid: sumMinutes(({ paidAt }) => isWithinRange(paidAt)),
  };
}

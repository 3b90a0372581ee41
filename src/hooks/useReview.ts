import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readReviewLog } from '@/db/reviewQueries';
import { nightOf } from '@/domain/night';
import type { ClockSlip, Proposal } from '@/domain/review/proposal';
import { propose } from '@/domain/review/propose';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import { readClock } from '@/lib/clock';
import { MINUTE_MS } from '@/lib/time';
import { useClockMemory } from '@/stores/clockMemory';
import { useReviewSkips } from '@/stores/review';
import { useHousehold } from './useHousehold';
import { useNow } from './useNow';

/** A GameDay has a clock of its own, which nobody sets. */
const NO_SLIPS: readonly ClockSlip[] = [];

interface MorningReview {
  /** The questions that are still to be asked, in their order. */
  remaining: Proposal[];
  /** The ids of the questions that were skipped. */
  skippedIds: string[];
  /** The incidents of the review, for what is shown beside a question. */
  incidents: readonly Incident[];
  nights: readonly NightRow[];
}

/** Returns the questions of the morning review, as a live query; undefined while it is loading. */
export function useReview(): MorningReview | undefined {
  const { db, household, people } = useHousehold();
  const now = useNow(MINUTE_MS);
  const night = nightOf(now, household);
  const phoneSlips = useClockMemory((clock) => clock.slips);
  const slips = db.isGameDay ? NO_SLIPS : phoneSlips;
  const reviewRows = useLiveQuery(
    () => readReviewLog(db, night, household, { slips, now: readClock() }),
    [db, night, household, slips],
  );
  const storedSkips = useReviewSkips((review) => review.passed);
  return useMemo(() => {
    if (!reviewRows) return undefined;
    const log = { ...reviewRows, household, children: people.children, caregivers: people.caregivers };
    const skipSet = new Set(storedSkips);
    return {
      remaining: propose(log, now, skipSet),
      skippedIds: propose(log, now).flatMap(({ id }) => (skipSet.has(id) ? [id] : [])),
      incidents: reviewRows.incidents,
      nights: reviewRows.nights,
    };
  }, [reviewRows, household, people, storedSkips, now]);
}

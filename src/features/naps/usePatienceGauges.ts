import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readLogBetween } from '@/db/logQueries';
import { lastStartedNight, nightOf } from '@/domain/night';
import type { Nap } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { useHousehold } from '@/hooks/useHousehold';
import { type Instant, laterOf } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { patience } from '@/metrics/patience';

/**
 * The page of a night counts the same seven nights. In a single night the gauge would hardly move.
 */
const NIGHTS_COUNTED = 7;

const EMPTY_TABLES = { incidents: [], nights: [], episodes: [], observations: [], chores: [], naps: [], runbooks: [] };

/** The patience of each caregiver, and what a nap does to it. */
export interface PatienceGauges {
  /** Returns the patience of a caregiver, in whole points from 0 to 100. */
  remaining(caregiverId: string): number;
  /** Returns how many points a nap restored, or would restore if it is not logged yet. */
  pointsGained(nap: Nap): number;
  hasNap(nap: Nap): boolean;
}

/**
 * The patience of every caregiver over the last seven nights and until `now`, with this afternoon's
 * naps. Null while the log is loaded.
 */
export function usePatienceGauges(now: Instant): PatienceGauges | null {
  const { db, household, children, caregivers } = useHousehold();
  const from = addDays(lastStartedNight(household, now), 1 - NIGHTS_COUNTED);
  const to = nightOf(now, household);
  const loaded = useLiveQuery(() => readLogBetween(db, from, to, household), [db, from, to, household]);
  return useMemo(() => {
    if (loaded === undefined) return null;
    const log: HouseholdLog = { ...(loaded ?? EMPTY_TABLES), household, children, caregivers };
    const remainingWith = (naps: readonly Nap[], caregiverId: string) => {
      // A nap logged a moment ago can end after `now`, which changes only once a minute.
      const until = naps.reduce((at, { endedAt }) => laterOf(at, endedAt), now);
      return Math.round(patience({ ...log, naps }, { from, to }, until)[caregiverId] ?? 0);
    };
    return {
      remaining: (caregiverId) => remainingWith(log.naps, caregiverId),
      pointsGained: (nap) => {
        const others = log.naps.filter(({ id }) => id !== nap.id);
        return remainingWith([...others, nap], nap.caregiverId) - remainingWith(others, nap.caregiverId);
      },
      hasNap: ({ id }) => log.naps.some((nap) => nap.id === id),
    };
  }, [loaded, household, children, caregivers, from, to, now]);
}

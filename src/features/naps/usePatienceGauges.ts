import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readLogBetween } from '@/db/queries';
import { lastStartedNight, nightOf } from '@/domain/night';
import type { Nap } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { useHousehold } from '@/hooks/useHousehold';
import { type Instant, laterOf } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { patience } from '@/metrics/patience';

/** As on a night's page: in one night alone the gauge would hardly move. */
const NIGHTS_COUNTED = 7;

const EMPTY_TABLES = { incidents: [], nights: [], episodes: [], observations: [], chores: [], naps: [], runbooks: [] };

export interface PatienceGauges {
  /** What is left in a caregiver, whole points of a hundred. */
  remaining(caregiverId: string): number;
  /** How many of these a nap gave, or would give. */
  pointsGained(nap: Nap): number;
  /** Whether the nap is in the log. */
  hasNap(nap: Nap): boolean;
}

/** Everybody's patience over the last seven nights and up to now, this afternoon's naps included. Null while it is read. */
export function usePatienceGauges(now: Instant): PatienceGauges | null {
  const { db, household, children, caregivers } = useHousehold();
  const { timeZone } = household;
  const from = addDays(lastStartedNight(household, now), 1 - NIGHTS_COUNTED);
  const to = nightOf(now, timeZone);
  const read = useLiveQuery(() => readLogBetween(db, from, to, timeZone), [db, from, to, timeZone]);
  return useMemo(() => {
    if (read === undefined) return null;
    const log: HouseholdLog = { ...(read ?? EMPTY_TABLES), household, children, caregivers };
    const remainingWith = (naps: readonly Nap[], caregiverId: string) => {
      // A nap that was told a moment ago ended after the minute that the screen is at.
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
  }, [read, household, children, caregivers, from, to, now]);
}

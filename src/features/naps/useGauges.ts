import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readLogBetween } from '@/db/queries';
import { lastNightBegun, nightOf } from '@/domain/night';
import type { Nap } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { useHousehold } from '@/hooks/household';
import { type Instant, later } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { patience } from '@/metrics/patience';

/** As on a night's page: in one night alone the gauge would hardly move. */
const NIGHTS = 7;

const NOTHING = { incidents: [], nights: [], episodes: [], observations: [], chores: [], naps: [], runbooks: [] };

export interface Gauges {
  /** What is left in a caregiver, whole points of a hundred. */
  left(caregiverId: string): number;
  /** How many of these a nap gave, or would give. */
  gain(nap: Nap): number;
  /** Whether the nap is in the log. */
  knows(nap: Nap): boolean;
}

/** Everybody's patience over the last seven nights and up to now, this afternoon's naps included. Null while it is read. */
export function useGauges(now: Instant): Gauges | null {
  const { db, household, children, caregivers } = useHousehold();
  const { timeZone } = household;
  const from = addDays(lastNightBegun(household, now), 1 - NIGHTS);
  const to = nightOf(now, timeZone);
  const read = useLiveQuery(() => readLogBetween(db, from, to, timeZone), [db, from, to, timeZone]);
  return useMemo(() => {
    if (read === undefined) return null;
    const log: HouseholdLog = { ...(read ?? NOTHING), household, children, caregivers };
    const leftWith = (naps: readonly Nap[], caregiverId: string) => {
      // A nap that was told a moment ago ended after the minute that the screen is at.
      const until = naps.reduce((at, { endedAt }) => later(at, endedAt), now);
      return Math.round(patience({ ...log, naps }, { from, to }, until)[caregiverId] ?? 0);
    };
    return {
      left: (caregiverId) => leftWith(log.naps, caregiverId),
      gain: (nap) => {
        const others = log.naps.filter(({ id }) => id !== nap.id);
        return leftWith([...others, nap], nap.caregiverId) - leftWith(others, nap.caregiverId);
      },
      knows: ({ id }) => log.naps.some((nap) => nap.id === id),
    };
  }, [read, household, children, caregivers, from, to, now]);
}

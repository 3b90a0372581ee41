import { lastStartedNight, nightOf } from '@/domain/night';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';

/**
 * Returns the nights from the first of which the log knows something to the last that has begun;
 * null if it knows of none.
 */
export function loggedNights({ household, incidents, nights }: HouseholdLog, now: Instant): NightRange | null {
  const first = [
    ...incidents.filter(isLive).flatMap(({ timeline }) => (timeline[0] ? [nightOf(timeline[0].at, household)] : [])),
    ...nights.filter(isLive).map(({ id }) => id),
  ].reduce<NightRange['from'] | null>(
    (earliest, night) => (earliest === null || night < earliest ? night : earliest),
    null,
  );
  const to = lastStartedNight(household, now);
  return first !== null && first <= to ? { from: first, to } : null;
}

const isLive = ({ deletedAt }: { deletedAt: Instant | null }): boolean => deletedAt === null;

import type { Day, Instant } from '@/lib/time';
import { addDays, type ZoneHistory, zoneOfNight } from '@/lib/zone';
import { livedNight, type NightHours, nightOf } from './night';
import { FORMER_ZONES_MAX, type Household } from './rows/household';

/**
 * Returns the zones of a household that goes by another zone from tonight on. Past nights keep the
 * zone they were lived in. Tonight is the later of the nights that the old and the new zone name
 * now: on a flight to the west, the morning of the old zone is over.
 *
 * Moving again in the same night leaves no zone in between, and moving back leaves none at all.
 */
export function moveHousehold(
  household: NightHours,
  timeZone: string,
  now: Instant,
): Pick<Household, 'timeZone' | 'formerZones'> {
  // Days are ISO texts, so sorting them as texts puts the latest one last.
  const until = [livedNight(now, household), nightOf(now, timeZone)].sort()[1] as Day;
  const zoneBefore = zoneOfNight(household, addDays(until, -1));
  const kept = formerZonesOf(household).filter((former) => former.until < until);
  const formerZones = zoneBefore === timeZone ? kept : [...kept, { until, timeZone: zoneBefore }];
  return { timeZone, formerZones: formerZones.slice(-FORMER_ZONES_MAX) };
}

const formerZonesOf = ({ formerZones }: ZoneHistory) => formerZones ?? [];

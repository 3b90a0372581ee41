import { assumedZone } from '@/lib/deviceZone';
import { type ZoneHistory, zoneAt } from '@/lib/zone';
import { type Format, getFormat } from './format';

/**
 * Returns the format of a household's times. If the household has moved, each time is written as
 * the clocks of the zone showed it in which that night was lived.
 */
export function householdFormat(locale: string, household: ZoneHistory): Format {
  const present = getFormat(locale, assumedZone(household.timeZone));
  if (!household.formerZones?.length) return present;
  return {
    ...present,
    time: (at) => getFormat(locale, assumedZone(zoneAt(household, at))).time(at),
    timeWithSeconds: (at) => getFormat(locale, assumedZone(zoneAt(household, at))).timeWithSeconds(at),
  };
}

import { type NightHours, nightOf, nightWindow } from '@/domain/night';
import type { NightRow } from '@/domain/rows/others';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';

/**
 * The last night that is over: by the household's hours, or because "Good morning" was said. Where the hours reach over noon, the night
 * that began yesterday may still run when the calendar is at the next one.
 */
export function lastFinishedNight(hours: NightHours, rowOf: (night: Day) => NightRow | null, now: Instant): Day {
  let night = addDays(nightOf(now, hours.timeZone), 1);
  do night = addDays(night, -1);
  while (nightWindow(night, hours, rowOf(night)).end > now);
  return night;
}

import { type NightHours, nightOf, nightWindow } from '@/domain/night';
import type { NightRow } from '@/domain/rows/others';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';

/**
 * Returns the last night that is over, by the household's hours or by "Good morning". If the hours
 * reach over noon, yesterday's night may still be running when today's night already has its name.
 */
export function lastFinishedNight(hours: NightHours, rowOf: (night: Day) => NightRow | null, now: Instant): Day {
  // The loop goes back one night at a time, from the night that `now` belongs to.
  let night = addDays(nightOf(now, hours), 1);
  do night = addDays(night, -1);
  while (nightWindow(night, hours, rowOf(night)).end > now);
  return night;
}

import { type NightHours, nightOf, nightWindow } from '@/domain/night';
import type { NightRow } from '@/domain/rows/others';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';

/**
 * The last night that is over: by the household's hours, or because "Good morning" was said.
 *
 * @param row of the night that `now` is filed under
 */
export function lastNightOver(hours: NightHours, row: NightRow | null, now: Instant): Day {
  const night = nightOf(now, hours.timeZone);
  return nightWindow(night, hours, row).end <= now ? night : addDays(night, -1);
}

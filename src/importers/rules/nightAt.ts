import { isWithin, livedNight, type NightHours, nightWindow } from '@/domain/night';
import type { Day, Instant } from '@/lib/time';

/** Returns the night within whose window a moment lies; null if it is by day. */
export function nightAt(at: Instant, hours: NightHours): Day | null {
  const night = livedNight(at, hours);
  return isWithin(at, nightWindow(night, hours)) ? night : null;
}

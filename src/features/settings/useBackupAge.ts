import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { DAY_MS, HOUR_MS, type Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { useDeviceSettings } from '@/stores/device';

/** Returns how many days ago the last backup was made on this phone; null if there is none. */
export function useBackupAge(): number | null {
  const { household } = useHousehold();
  const now = useNow(HOUR_MS);
  const lastBackupAt = useDeviceSettings((device) => device.lastBackupAt);
  if (lastBackupAt === null) return null;
  const dayOf = (at: Instant) => Date.parse(wallClockAt(at, household).day);
  return Math.max(0, Math.round((dayOf(now) - dayOf(lastBackupAt)) / DAY_MS));
}

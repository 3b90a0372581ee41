import { useLiveQuery } from 'dexie-react-hooks';
import { readFirst } from '@/db/queries';
import { nightSpan } from '@/domain/night';
import { useHousehold } from '@/hooks/household';
import { after, DAY_MS, earlier, type Instant, later } from '@/lib/time';
import { useDevice } from '@/stores/device';
import { useIsNight } from './useTheme';

/** So long a log may be without a copy; two weeks of nights are what a parent can still tell from memory. */
const REMIND_AFTER_MS = 14 * DAY_MS;
/** "Later" is not "never". */
const QUIET_FOR_MS = 7 * DAY_MS;

interface BackupReminder {
  /** The age of the last backup in days; null if there never was one. */
  days: number | null;
  later: () => void;
}

/** Whether the log has been without a backup for two weeks. Never by night, never in a GameDay; null if there is nothing to say. */
export function useBackupReminder(now: Instant): BackupReminder | null {
  const isNight = useIsNight(now);
  const { db, household } = useHousehold();
  const { lastBackupAt, backupReminderAfter, set } = useDevice();
  const { timeZone } = household;
  const begun = useLiveQuery(async () => {
    const { detectedAt, night } = await readFirst(db);
    const starts = [detectedAt, night === null ? null : nightSpan(night, timeZone).start].filter((at) => at !== null);
    return starts.length === 0 ? null : starts.reduce(earlier);
  }, [db, timeZone]);

  if (isNight || db.simulated || begun == null) return null;
  if (backupReminderAfter !== null && now < backupReminderAfter) return null;
  // A log that was begun anew is as old as it is, whenever the one before it was saved.
  const since = lastBackupAt === null ? begun : later(lastBackupAt, begun);
  if (now - since < REMIND_AFTER_MS) return null;
  return {
    days: lastBackupAt === null ? null : Math.floor((now - lastBackupAt) / DAY_MS),
    later: () => set({ backupReminderAfter: after(now, QUIET_FOR_MS) }),
  };
}

import { useLiveQuery } from 'dexie-react-hooks';
import { readLogStart } from '@/db/logQueries';
import { nightSpan } from '@/domain/night';
import { useHousehold } from '@/hooks/useHousehold';
import { addMs, DAY_MS, earlierOf, type Instant, laterOf } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { useIsNight } from './useTheme';

/**
 * The reminder comes after two weeks without a backup. Parents can still reconstruct two weeks of
 * nights from memory.
 */
const REMIND_AFTER_MS = 14 * DAY_MS;
/** "Later" hides the reminder for a week. */
const SNOOZE_MS = 7 * DAY_MS;

interface BackupReminder {
  /** The age of the last backup in days; null if there never was one. */
  ageDays: number | null;
  onSnooze: () => void;
}

/**
 * Returns a reminder if the log has had no backup for two weeks; null if it is not needed. It is
 * never shown by night or in a GameDay.
 */
export function useBackupReminder(now: Instant): BackupReminder | null {
  const isNight = useIsNight(now);
  const { db, household } = useHousehold();
  const { lastBackupAt, backupReminderAfter, set } = useDeviceSettings();
  const logStartedAt = useLiveQuery(async () => {
    const { detectedAt, night } = await readLogStart(db);
    const starts = [detectedAt, night === null ? null : nightSpan(night, household).start].filter((at) => at !== null);
    return starts.length === 0 ? null : starts.reduce(earlierOf);
  }, [db, household]);

  // It is undefined while the query runs, and null while the log is empty.
  if (isNight || db.isGameDay || logStartedAt == null) return null;
  if (backupReminderAfter !== null && now < backupReminderAfter) return null;
  // After the log was erased, a new log counts from its own beginning, even if the last backup is
  // older than that.
  const unsavedSince = lastBackupAt === null ? logStartedAt : laterOf(lastBackupAt, logStartedAt);
  if (now - unsavedSince < REMIND_AFTER_MS) return null;
  return {
    ageDays: lastBackupAt === null ? null : Math.floor((now - lastBackupAt) / DAY_MS),
    onSnooze: () => set({ backupReminderAfter: addMs(now, SNOOZE_MS) }),
  };
}

import { useLiveQuery } from 'dexie-react-hooks';
import { readLogStart } from '@/db/queries';
import { nightSpan } from '@/domain/night';
import { useHousehold } from '@/hooks/useHousehold';
import { addMs, DAY_MS, earlierOf, type Instant, laterOf } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { useIsNight } from './useTheme';

/** So long a log may be without a copy; two weeks of nights are what a parent can still tell from memory. */
const REMIND_AFTER_MS = 14 * DAY_MS;
/** "Later" is not "never". */
const SNOOZE_MS = 7 * DAY_MS;

interface BackupReminder {
  /** The age of the last backup in days; null if there never was one. */
  ageDays: number | null;
  onSnooze: () => void;
}

/** Whether the log has been without a backup for two weeks. Never by night, never in a GameDay; null if there is nothing to say. */
export function useBackupReminder(now: Instant): BackupReminder | null {
  const isNight = useIsNight(now);
  const { db, household } = useHousehold();
  const { lastBackupAt, backupReminderAfter, set } = useDeviceSettings();
  const { timeZone } = household;
  const logStartedAt = useLiveQuery(async () => {
    const { detectedAt, night } = await readLogStart(db);
    const starts = [detectedAt, night === null ? null : nightSpan(night, timeZone).start].filter((at) => at !== null);
    return starts.length === 0 ? null : starts.reduce(earlierOf);
  }, [db, timeZone]);

  if (isNight || db.isGameDay || logStartedAt == null) return null;
  if (backupReminderAfter !== null && now < backupReminderAfter) return null;
  // A log that was begun anew is as old as it is, whenever the one before it was saved.
  const unsavedSince = lastBackupAt === null ? logStartedAt : laterOf(lastBackupAt, logStartedAt);
  if (now - unsavedSince < REMIND_AFTER_MS) return null;
  return {
    ageDays: lastBackupAt === null ? null : Math.floor((now - lastBackupAt) / DAY_MS),
    onSnooze: () => set({ backupReminderAfter: addMs(now, SNOOZE_MS) }),
  };
}

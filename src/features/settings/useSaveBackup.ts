import { readWholeLog } from '@/db/backup';
import { failureOf } from '@/db/failure';
import { serializeBackup } from '@/domain/backup';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { wallClockAt } from '@/lib/zone';
import { shareOrSaveFile } from '@/pwa/shareOrSaveFile';
import { useDeviceSettings } from '@/stores/device';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';

/**
 * Returns a function that shares or saves the whole log as a file, remembers when, and shows a
 * toast.
 */
export function useSaveBackup(): () => Promise<void> {
  const { t } = useTranslation();
  const { db, household } = useHousehold();
  return async () => {
    const now = readClock();
    const snapshot = await readWholeLog(db).catch((error: unknown) => {
      useAppStatus.getState().set({ storageProblem: failureOf(error) });
    });
    if (!snapshot) return;
    const { log, broken } = snapshot;
    const name = `infernalops-${wallClockAt(now, household.timeZone).day}.json`;
    const outcome = await shareOrSaveFile(name, serializeBackup({ exportedAt: now, log }));
    if (outcome === 'cancelled') return;
    // A file saved in a GameDay is no backup of the real log.
    if (!db.isGameDay) useDeviceSettings.getState().set({ lastBackupAt: now });
    const messages = [t(outcome === 'shared' ? 'backup.toast.shared' : 'backup.toast.saved', { name })];
    if (broken.length > 0) messages.push(t('backup.broken', { count: broken.length }));
    useToasts.getState().showSuccess(messages.join('. '));
  };
}

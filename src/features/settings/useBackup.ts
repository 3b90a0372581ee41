import { readWholeLog } from '@/db/backup';
import { failureOf } from '@/db/failure';
import { backupText } from '@/domain/backup';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { wallClockAt } from '@/lib/zone';
import { giveFile } from '@/pwa/giveFile';
import { useDevice } from '@/stores/device';
import { useStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';

/** Hands the whole log over as a file, remembers when, and says so. */
export function useBackup(): () => Promise<void> {
  const { t } = useWords();
  const { db, household } = useHousehold();
  return async () => {
    const now = readClock();
    const whole = await readWholeLog(db).catch((error: unknown) => {
      useStatus.getState().set({ trouble: failureOf(error) });
    });
    if (!whole) return;
    const { log, broken } = whole;
    const name = `infernalops-${wallClockAt(now, household.timeZone).day}.json`;
    const given = await giveFile(name, backupText({ exportedAt: now, log }));
    if (given === 'cancelled') return;
    // A GameDay's file is no backup of the log.
    if (!db.simulated) useDevice.getState().set({ lastBackupAt: now });
    const said = [t(given === 'shared' ? 'backup.said.shared' : 'backup.said.saved', { name })];
    if (broken.length > 0) said.push(t('backup.broken', { count: broken.length }));
    useToasts.getState().say(said.join('. '));
  };
}

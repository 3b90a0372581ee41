import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { wallClockAt } from '@/lib/zone';
import { shareOrSaveFile } from '@/pwa/shareOrSaveFile';
import { useDeviceSettings } from '@/stores/device';
import { useToasts } from '@/stores/toasts';
import { reportUnreadable } from './reportUnreadable';
import type { WholeLog } from './useWholeLog';

/**
 * Returns a function that shares or saves the whole log as a file, remembers when, and shows a
 * toast. If the work is cancelled, nothing of that happens.
 */
export function useSaveBackup(work: WholeLog): () => Promise<void> {
  const { t } = useTranslation();
  const { db, household } = useHousehold();
  return async () => {
    const now = readClock();
    const packed = await work.run('packLog', { now });
    if (!packed.ok) return reportUnreadable(packed);
    const { file, brokenCount } = packed.value;
    const name = `infernalops-${wallClockAt(now, household).day}.json`;
    const outcome = await shareOrSaveFile(name, file);
    if (outcome === 'cancelled') return;
    // A file saved in a GameDay is no backup of the real log.
    if (!db.isGameDay) useDeviceSettings.getState().set({ lastBackupAt: now });
    const messages = [t(outcome === 'shared' ? 'backup.toast.shared' : 'backup.toast.saved', { name })];
    if (brokenCount > 0) messages.push(t('backup.broken', { count: brokenCount }));
    useToasts.getState().showSuccess(messages.join('. '));
  };
}

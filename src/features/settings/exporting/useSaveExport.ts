import { useTranslation } from '@/i18n/useTranslation';
import { shareOrSaveFile } from '@/pwa/shareOrSaveFile';
import { useToasts } from '@/stores/toasts';

/**
 * Returns a function that shares or saves a file for another tool and shows its name, and how many
 * rows could not be read and are not in it.
 */
export function useSaveExport(): (name: string, file: Blob, brokenCount?: number) => Promise<void> {
  const { t } = useTranslation();
  return async (name, file, brokenCount = 0) => {
    const outcome = await shareOrSaveFile(name, file);
    if (outcome === 'cancelled') return;
    const messages = [t(`exporting.toast.${outcome}`, { name })];
    if (brokenCount > 0) messages.push(t('backup.broken', { count: brokenCount }));
    useToasts.getState().showSuccess(messages.join('. '));
  };
}

import { useState } from 'react';
import type { MessageKey } from '@/i18n/messages';
import { useTranslation } from '@/i18n/useTranslation';
import { shareOrSaveFile } from '@/pwa/shareOrSaveFile';
import { useToasts } from '@/stores/toasts';

interface ExportJob {
  name: string;
  /** The MIME type of a text; a Blob has its own. */
  type?: string;
  create: () => Promise<string | Blob>;
  /** The message if the file cannot be made: it says that the data is safe, and what to do. */
  errorKey: MessageKey;
}

/**
 * Returns a function that makes a file, shares or saves it, and shows its name. While one file is
 * being made, further taps do nothing.
 */
export function useExport(): { isBusy: boolean; exportFile: (job: ExportJob) => Promise<void> } {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const exportFile = async ({ name, type, create, errorKey }: ExportJob) => {
    if (isBusy) return;
    setBusy(true);
    try {
      const outcome = await shareOrSaveFile(name, await create(), type);
      if (outcome !== 'cancelled') useToasts.getState().showSuccess(t(`exporting.toast.${outcome}`, { name }));
    } catch {
      useToasts.getState().showError(t(errorKey));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, exportFile };
}

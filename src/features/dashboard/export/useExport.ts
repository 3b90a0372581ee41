import { useState } from 'react';
import type { MessageKey } from '@/i18n/messages';
import { useTranslation } from '@/i18n/useTranslation';
import { shareOrSaveFile } from '@/pwa/shareOrSaveFile';
import { useToasts } from '@/stores/toasts';

interface ExportJob {
  name: string;
  /** Of a text; a Blob has its own. */
  type?: string;
  create: () => Promise<string | Blob>;
  /** Said if it can't be made: what is safe, what to do. */
  errorKey: MessageKey;
}

/** Makes a file, hands it over and says its name. One at a time: a second tap meanwhile is the first one's. */
export function useExport(): { busy: boolean; give: (making: ExportJob) => Promise<void> } {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const exportFile = async ({ name, type, create, errorKey }: ExportJob) => {
    if (isBusy) return;
    setBusy(true);
    try {
      const given = await shareOrSaveFile(name, await create(), type);
      if (given !== 'cancelled') useToasts.getState().showSuccess(t(`exporting.toast.${given}`, { name }));
    } catch {
      useToasts.getState().showError(t(errorKey));
    } finally {
      setBusy(false);
    }
  };
  return { busy: isBusy, give: exportFile };
}

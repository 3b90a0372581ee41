import { useState } from 'react';
import { useWords } from '@/i18n/language';
import type { Key } from '@/i18n/messages';
import { giveFile } from '@/pwa/giveFile';
import { useToasts } from '@/stores/toasts';

interface Making {
  name: string;
  /** Of a text; a Blob has its own. */
  type?: string;
  make: () => Promise<string | Blob>;
  /** Said if it can't be made: what is safe, what to do. */
  failed: Key;
}

/** Makes a file, hands it over and says its name. One at a time: a second tap meanwhile is the first one's. */
export function useExport(): { busy: boolean; give: (making: Making) => Promise<void> } {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const give = async ({ name, type, make, failed }: Making) => {
    if (busy) return;
    setBusy(true);
    try {
      const given = await giveFile(name, await make(), type);
      if (given !== 'cancelled') useToasts.getState().say(t(`exporting.said.${given}`, { name }));
    } catch {
      useToasts.getState().refuse(t(failed));
    } finally {
      setBusy(false);
    }
  };
  return { busy, give };
}

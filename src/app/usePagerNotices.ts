import { useEffect } from 'react';
import { useDayMessages } from '@/hooks/useDayMessages';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';

/**
 * While the log is shared: keeps the words in which the service worker rings, and takes away the
 * notifications of pages that are over.
 */
export function usePagerNotices(): void {
  const { db, folded, tonight } = useHousehold();
  const translation = useTranslation();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  const areWordsHere = useDayMessages();
  const isOn = isShared && !db.isGameDay;
  useEffect(() => {
    if (isOn && areWordsHere)
      import('./pagerNotices').then(({ keepWords }) => keepWords(db, translation)).catch(() => {});
  }, [isOn, areWordsHere, db, translation]);
  useEffect(() => {
    if (isOn) import('./pagerNotices').then(({ closeOver }) => closeOver(folded, tonight.allRunbooks)).catch(() => {});
  }, [isOn, folded, tonight.allRunbooks]);
}

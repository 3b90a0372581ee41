import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';

/** Returns how this phone stands to the others, in a few words; null before anybody knows. */
export function useContactText(): string | null {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const { formatMoment } = useMomentText();
  const { sharing, contact } = useSyncStatus();
  if (db.isGameDay) return null;
  if (sharing === 'off') return t('watch.alone');
  if (sharing === 'removed') return t('watch.removed');
  if (!contact) return null;
  if (contact.state === 'same') return t('watch.inStep');
  const isOffline = contact.because === 'offline';
  if (contact.since === null) return t(isOffline ? 'watch.noNetworkAtAll' : 'watch.behindUnknown');
  return t(isOffline ? 'watch.noNetwork' : 'watch.behind', { time: formatMoment(contact.since) });
}

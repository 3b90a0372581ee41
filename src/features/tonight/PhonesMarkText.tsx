import { CheckCheck, CloudOff } from 'lucide-react';
import { useDayMessages } from '@/hooks/useDayMessages';
import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { usePhones } from '@/hooks/usePhones';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';
import styles from './PhonesMark.module.css';

/**
 * Says in half a glance whether the phones are the same, or since when not. It is only read:
 * nothing here can be touched by mistake.
 */
export default function PhonesMarkText() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const { formatMoment } = useMomentText();
  const { sharing, contact } = useSyncStatus();
  const areWordsHere = useDayMessages();
  const phoneCount = usePhones()?.length;
  // As long as no other phone has joined, there is nobody who could know.
  if (db.isGameDay || !areWordsHere || (sharing === 'on' && (!contact || phoneCount === 1))) return null;
  const isSame = sharing === 'on' && contact?.state === 'same';
  const Icon = isSame ? CheckCheck : CloudOff;
  return (
    <small className={styles.mark}>
      <Icon aria-hidden="true" size={16} />
      <span>{formatMark()}</span>
    </small>
  );

  function formatMark(): string {
    if (sharing === 'removed') return t('phones.mark.removed');
    if (contact?.state !== 'behind') return t('phones.mark.same');
    return contact.since === null
      ? t('phones.mark.unknown')
      : t('phones.mark.behind', { time: formatMoment(contact.since) });
  }
}

import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';
import type { Phone } from '@/sync/service';
import styles from './phones.module.css';
import { usePhoneText } from './usePhoneText';

/** What asks for something to be done, one sentence each. Nothing if all is well. */
export function Notices({ phones }: { phones: readonly Phone[] }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { hasOtherVersion } = usePhoneText();
  const { clockAheadMs, needsUpdate, unreadable } = useSyncStatus();
  const sentences = [
    clockAheadMs !== null &&
      t(clockAheadMs > 0 ? 'phones.clockAhead' : 'phones.clockBehind', {
        duration: format.duration(Math.abs(clockAheadMs)),
      }),
    needsUpdate && t('phones.needsUpdate'),
    !needsUpdate && phones.some(hasOtherVersion) && t('phones.versionText'),
    unreadable > 0 && t('phones.unreadable', { count: unreadable }),
    phones.some(({ differs }) => differs) && t('phones.differsText'),
  ].filter((sentence) => sentence !== false);
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.notices}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

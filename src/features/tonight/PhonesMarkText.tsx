import CheckCheck from 'lucide-react/icons/check-check';
import CloudOff from 'lucide-react/icons/cloud-off';
import { pagesIn } from '@/domain/paging/pagesIn';
import { useDayMessages } from '@/hooks/useDayMessages';
import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { usePhones } from '@/hooks/usePhones';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useSyncStatus } from '@/stores/sync';
import styles from './PhonesMark.module.css';
import { useOnCall } from './useOnCall';

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
  const upText = useUpText();
  // As long as no other phone has joined, there is nobody who could know.
  if (db.isGameDay || !areWordsHere || (sharing === 'on' && (!contact || phoneCount === 1))) return null;
  const isSame = sharing === 'on' && contact?.state === 'same';
  const Icon = isSame ? CheckCheck : CloudOff;
  return (
    <small className={styles.mark}>
      <Icon aria-hidden="true" size={16} />
      <span>{(isSame && upText) || formatMark()}</span>
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

/**
 * Returns that the holder of this phone may sleep, because somebody else is up with each child that
 * is awake, and until when it is theirs; null if a child has nobody, or the holder is up, too. Who
 * was paged and has answered is said large, below the clock (`GoBack.tsx`).
 */
function useUpText(): string | null {
  const { t } = useTranslation();
  const { holder, caregivers, folded, format } = useHousehold();
  const { shift, handover } = useOnCall();
  const open = folded.flatMap(({ state }) => (state.isOpen ? [state] : []));
  const upByChild = open.map((state) => state.caregiversUp);
  const isSaidLarge = open.length === 1 && open.flatMap((state) => pagesIn(state)).at(-1)?.answer?.kind === 'up';
  const [firstUp] = upByChild.flat();
  const isOneAlone = upByChild.some((up) => up.length === 0);
  if (!holder || firstUp === undefined || isOneAlone || isSaidLarge || upByChild.flat().includes(holder.id))
    return null;
  const name = caregivers.find(({ id }) => id === firstUp)?.name ?? t('common.somebody');
  return handover !== null && shift?.primary === firstUp && handover > readClock()
    ? t('phones.mark.upUntil', { name, time: format.time(handover) })
    : t('phones.mark.up', { name });
}

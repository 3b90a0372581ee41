import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { useDayMessages } from '@/hooks/useDayMessages';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Tonight.module.css';
import { useCanAddPhone } from './useCanAddPhone';

/** The way in for the second phone, which then needs no set-up of its own. */
export function JoinLink() {
  const { t } = useTranslation();
  const canJoin = useCanAddPhone(true);
  const areWordsHere = useDayMessages();
  if (!canJoin || !areWordsHere) return null;
  return (
    <Link href="/join" className={`${controls.button} ${controls.quiet} ${controls.night} ${styles.join}`}>
      {t('phones.joinLink')}
    </Link>
  );
}

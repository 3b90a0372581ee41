import { useTranslation } from '@/i18n/useTranslation';
import { JoinLink } from './JoinLink';
import styles from './Tonight.module.css';
import { useHasLogged } from './useHasLogged';

/** Tells somebody who opens the app for the first time in the night all there is to know. */
export default function FirstNight() {
  const { t } = useTranslation();
  if (useHasLogged() !== false) return null;
  return (
    <>
      <p className={styles.hint}>{t('tonight.firstNight')}</p>
      <JoinLink />
    </>
  );
}

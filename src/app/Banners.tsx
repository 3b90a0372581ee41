import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { useHousehold } from '@/components/household';
import { fold } from '@/domain/tonight';
import { useWords } from '@/i18n/language';
import { useStatus } from '@/stores/status';
import styles from './App.module.css';

/** What the app itself has to say: trouble with the storage at once, an update only while nobody is awake. */
export function Banners() {
  const { t } = useWords();
  const { trouble, applyUpdate, updatedElsewhere } = useStatus();
  const { tonight, people } = useHousehold();
  const inIncident = fold(tonight.incidents).some(({ state }) => state.open);
  const broken = [...people.broken, ...tonight.broken];
  const reload = () => location.reload();

  return (
    <>
      {trouble && (
        <div className={styles.banner} role="alert">
          <p>{t(`common.trouble.${trouble}`)}</p>
          <Button night look="primary" onClick={reload}>
            {t('common.reload')}
          </Button>
        </div>
      )}
      {!inIncident && applyUpdate && (
        <div className={styles.banner} role="status">
          <p>{t('common.update.ready')}</p>
          <Button onClick={applyUpdate}>{t('common.update.apply')}</Button>
        </div>
      )}
      {!inIncident && !applyUpdate && updatedElsewhere && (
        <div className={styles.banner} role="status">
          <p>{t('common.update.elsewhere')}</p>
          <Button onClick={reload}>{t('common.reload')}</Button>
        </div>
      )}
      {!inIncident && broken.length > 0 && (
        <div className={styles.banner} role="status">
          <p>{t('common.broken', { count: broken.length })}</p>
          <Link href="/household">{t('common.brokenLink')}</Link>
        </div>
      )}
    </>
  );
}

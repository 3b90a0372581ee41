import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Instant } from '@/lib/time';
import { leaveGameDay } from '@/stores/gameDay';
import { useStatus } from '@/stores/status';
import styles from './App.module.css';
import { useBackupReminder } from './useBackupReminder';

/** What the app itself has to say: trouble with the storage at once, an update only while nobody is awake. */
export function Banners({ now }: { now: Instant }) {
  const { t } = useWords();
  const { trouble, applyUpdate, updatedElsewhere } = useStatus();
  const { db, tonight, people, folded } = useHousehold();
  const inIncident = folded.some(({ state }) => state.open);
  const broken = [...people.broken, ...tonight.broken];
  const reload = () => location.reload();
  const reminder = useBackupReminder(now);

  return (
    <>
      {db.simulated && (
        <div className={`${styles.banner} ${styles.slim}`} role="status">
          <p>{t('common.gameday.banner')}</p>
          <Button look="quiet" onClick={() => leaveGameDay()}>
            {t('common.gameday.leave')}
          </Button>
        </div>
      )}
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
      {reminder && (
        <div className={styles.banner} role="status">
          <p>
            {reminder.days === null
              ? t('common.backupReminder.never')
              : t('common.backupReminder.old', { days: reminder.days })}
          </p>
          <Link href="/household">{t('common.backupReminder.save')}</Link>
          <Button look="quiet" onClick={reminder.later}>
            {t('common.backupReminder.later')}
          </Button>
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

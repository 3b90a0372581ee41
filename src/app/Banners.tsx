import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { leaveGameDay } from '@/stores/gameDay';
import { useAppStatus } from '@/stores/status';
import { useSyncStatus } from '@/stores/sync';
import styles from './App.module.css';
import { useBackupReminder } from './useBackupReminder';
import { useIsNight } from './useTheme';

/** Messages of the app itself. An update is offered only while no child is awake. */
export function Banners({ now }: { now: Instant }) {
  const { t } = useTranslation();
  const { applyUpdate, updatedInOtherTab, tryNewVersionAgain } = useAppStatus();
  const isNight = useIsNight(now);
  const { db, tonight, people, folded } = useHousehold();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  const isIncidentOpen = folded.some(({ state }) => state.isOpen);
  const brokenRows = [...people.broken, ...tonight.broken];
  const reload = () => location.reload();
  const reminder = useBackupReminder(now);

  return (
    <>
      {db.isGameDay && (
        <div className={`${styles.banner} ${styles.slim}`} role="status">
          <p>{t('common.gameday.banner')}</p>
          <Button variant="quiet" onClick={() => leaveGameDay()}>
            {t('common.gameday.leave')}
          </Button>
        </div>
      )}
      {!isIncidentOpen && applyUpdate && (
        <div className={styles.banner} role="status">
          <p>{t('common.update.ready')}</p>
          <Button onClick={applyUpdate}>{t('common.update.apply')}</Button>
        </div>
      )}
      {!isIncidentOpen && !applyUpdate && updatedInOtherTab && (
        <div className={styles.banner} role="status">
          <p>{t('common.update.elsewhere')}</p>
          <Button onClick={reload}>{t('common.reload')}</Button>
        </div>
      )}
      {!isIncidentOpen && !isNight && !applyUpdate && tryNewVersionAgain && (
        <div className={styles.banner} role="status">
          <p>{t('common.update.handedBack')}</p>
          <Button variant="quiet" onClick={tryNewVersionAgain}>
            {t('common.update.tryAgain')}
          </Button>
        </div>
      )}
      {reminder && (
        <div className={styles.banner} role="status">
          <p>
            {reminder.ageDays === null
              ? t(isShared ? 'common.backupReminder.shared' : 'common.backupReminder.never')
              : t('common.backupReminder.old', { days: reminder.ageDays })}
          </p>
          <Link href="/household/backup">{t('common.backupReminder.save')}</Link>
          <Button variant="quiet" onClick={reminder.onSnooze}>
            {t('common.backupReminder.later')}
          </Button>
        </div>
      )}
      {!isIncidentOpen && brokenRows.length > 0 && (
        <div className={styles.banner} role="status">
          <p>{t('common.broken', { count: brokenRows.length })}</p>
          <Link href="/household/storage">{t('common.brokenLink')}</Link>
        </div>
      )}
    </>
  );
}

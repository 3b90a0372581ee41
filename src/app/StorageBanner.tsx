import { Link, useLocation } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { formatLostLog } from '@/hooks/formatLostLog';
import { useFirstLog } from '@/hooks/useFirstLog';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';
import styles from './App.module.css';

/** Says what is wrong with the storage and where each tap is kept meanwhile. */
export function StorageBanner() {
  const { t } = useTranslation();
  const { db, format, household, folded } = useHousehold();
  const { storageProblem, keptPlace, unknownWrites, lostLog, isSecondLog } = useAppStatus();
  const isKept = db.overlay !== null || keptPlace !== null;
  const firstLog = useFirstLog();
  const [path] = useLocation();
  // On Tonight, during an incident, one line has to do: the way out must stay in sight.
  const isBrief = isKept && path === '/' && folded.some(({ state }) => state.isOpen);
  // A reload gives no room, and might lose what is only in this window.
  const canReload = storageProblem !== 'cannotOpen' && storageProblem !== 'full' && keptPlace !== 'inWindow';
  return (
    <>
      {storageProblem && (
        <div className={isBrief ? `${styles.banner} ${styles.slim}` : styles.banner} role="alert">
          <p>
            {!isBrief && `${t(`storage.trouble.${storageProblem}`)} `}
            {isKept && (keptPlace === 'inWindow' ? <strong>{t('storage.keptInWindow')}</strong> : t('storage.kept'))}
          </p>
          {!isBrief && storageProblem === 'cannotOpen' && <OptionsLink />}
          {!isBrief && canReload && (
            <Button night variant="primary" onClick={() => location.reload()}>
              {t('common.reload')}
            </Button>
          )}
        </div>
      )}
      {!storageProblem && lostLog && (
        <div className={styles.banner} role="alert">
          <p>{formatLostLog(lostLog, t, format, household.timeZone)}</p>
          <OptionsLink />
        </div>
      )}
      {!storageProblem && isSecondLog && (
        <div className={styles.banner} role="status">
          <p>{t(firstLog ? 'storage.firstIsBack' : 'storage.secondLog')}</p>
          <OptionsLink />
        </div>
      )}
      {unknownWrites > 0 && (
        <div className={styles.banner} role="status">
          <p>{t('storage.unknownWrites', { count: unknownWrites })}</p>
        </div>
      )}
    </>
  );
}

function OptionsLink() {
  const { t } = useTranslation();
  return (
    <Link href="/household/storage" className={`${controls.button} ${controls.night}`}>
      {t('storage.options')}
    </Link>
  );
}

import { Link } from 'wouter';
import { BackLink } from '@/components/BackLink';
import { Button } from '@/components/Button';
import { useHousehold } from '@/hooks/useHousehold';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { canHoldWakeLock } from '@/pwa/wakeLock';
import { useSyncStatus } from '@/stores/sync';
import { VolumeField } from './VolumeField';
import styles from './watch.module.css';

interface WatchStartProps {
  /** Starts the watch; within a tap, because the browser lets no alarm sound without one. */
  onStart: () => void;
}

/** Before the watch: what it does and cannot do, the volume, and the button that starts it. */
export function WatchStart({ onStart }: WatchStartProps) {
  const { t } = useTranslation();
  const { db, holder } = useHousehold();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  usePage(t('watch.title'));
  return (
    <main className={styles.start}>
      <div className={styles.words}>
        <BackLink href="/">{t('common.tabs.tonight')}</BackLink>
        <h1>{t('watch.title')}</h1>
        <p>{t('watch.does')}</p>
        <p>{t('watch.needs')}</p>
        {!holder && <Missing text={t('watch.nobody')} href="/household/phone" link={t('watch.whose')} />}
        {!isShared && !db.isGameDay && (
          <Missing text={t('watch.alone')} href="/household/phones" link={t('watch.phones')} />
        )}
        {!canHoldWakeLock() && <p className={styles.missing}>{t('watch.screenGoesOff')}</p>}
      </div>
      <div className={styles.controls}>
        <VolumeField />
        <div className={styles.startButton}>
          <Button variant="primary" onClick={onStart}>
            {t('watch.start')}
          </Button>
        </div>
      </div>
    </main>
  );
}

interface MissingProps {
  text: string;
  href: string;
  link: string;
}

/** What is missing on this phone, with the way to it. All of it can be touched. */
function Missing({ text, href, link }: MissingProps) {
  return (
    <Link href={href} className={styles.missing}>
      {text} <span>{link}</span>
    </Link>
  );
}

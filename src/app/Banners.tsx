import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { useDayMessages } from '@/hooks/useDayMessages';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { currentGameDay, leaveGameDay } from '@/stores/gameDay';
import { useAppStatus } from '@/stores/status';
import { useSyncStatus } from '@/stores/sync';
import styles from './App.module.css';
import { useBackupReminder } from './useBackupReminder';
import { useIsNight } from './useTheme';

/**
 * Messages of the app itself. An update is offered only while no child is awake. Most of them can
 * wait for their words, which are those of the day.
 */
export function Banners({ now }: { now: Instant }) {
  const { applyUpdate, updatedInOtherTab, tryNewVersionAgain } = useAppStatus();
  const isNight = useIsNight(now);
  const { db, tonight, people, folded } = useHousehold();
  const reminder = useBackupReminder(now);
  const isQuiet = !folded.some(({ state }) => state.isOpen);
  const brokenCount = people.broken.length + tonight.broken.length;

  return (
    <>
      {db.isGameDay && <InGameDay />}
      {isQuiet && applyUpdate && <NewVersion onApply={applyUpdate} />}
      {isQuiet && !applyUpdate && updatedInOtherTab && <UpdatedElsewhere />}
      {isQuiet && !isNight && !applyUpdate && tryNewVersionAgain && <HandedBack onTryAgain={tryNewVersionAgain} />}
      {reminder && <BackupReminder {...reminder} />}
      {isQuiet && brokenCount > 0 && <BrokenRows count={brokenCount} />}
    </>
  );
}

function Banner({ isSlim = false, children }: { isSlim?: boolean; children: ReactNode }) {
  return (
    <div className={isSlim ? `${styles.banner} ${styles.slim}` : styles.banner} role="status">
      {children}
    </div>
  );
}

/**
 * Its words are there from the start: a real night must not be logged into it. Whose phone a second
 * window plays can wait for the words of the day.
 */
function InGameDay() {
  const { t } = useTranslation();
  const { holder } = useHousehold();
  const areWordsHere = useDayMessages();
  const isOtherPhone = areWordsHere && holder && currentGameDay()?.isOtherPhone;
  return (
    <Banner isSlim>
      <p>
        {isOtherPhone && <strong>{t('gameday.phoneOf', { name: holder.name })} </strong>}
        {t('common.gameday.banner')}
      </p>
      <Button variant="quiet" onClick={() => leaveGameDay()}>
        {t('common.gameday.leave')}
      </Button>
    </Banner>
  );
}

function NewVersion({ onApply }: { onApply: () => void }) {
  const { t } = useTranslation();
  if (!useDayMessages()) return null;
  return (
    <Banner>
      <p>{t('common.newVersion.ready')}</p>
      <Button onClick={onApply}>{t('common.newVersion.apply')}</Button>
    </Banner>
  );
}

function UpdatedElsewhere() {
  const { t } = useTranslation();
  if (!useDayMessages()) return null;
  return (
    <Banner>
      <p>{t('common.newVersion.elsewhere')}</p>
      <Button onClick={() => location.reload()}>{t('common.reload')}</Button>
    </Banner>
  );
}

function HandedBack({ onTryAgain }: { onTryAgain: () => void }) {
  const { t } = useTranslation();
  if (!useDayMessages()) return null;
  return (
    <Banner>
      <p>{t('common.newVersion.handedBack')}</p>
      <Button variant="quiet" onClick={onTryAgain}>
        {t('common.newVersion.tryAgain')}
      </Button>
    </Banner>
  );
}

function BackupReminder({ ageDays, onSnooze }: { ageDays: number | null; onSnooze: () => void }) {
  const { t } = useTranslation();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  if (!useDayMessages()) return null;
  return (
    <Banner>
      <p>
        {ageDays === null
          ? t(isShared ? 'common.backupReminder.shared' : 'common.backupReminder.never')
          : t('common.backupReminder.old', { days: ageDays })}
      </p>
      <Link href="/household/backup">{t('common.backupReminder.save')}</Link>
      <Button variant="quiet" onClick={onSnooze}>
        {t('common.backupReminder.later')}
      </Button>
    </Banner>
  );
}

function BrokenRows({ count }: { count: number }) {
  const { t } = useTranslation();
  if (!useDayMessages()) return null;
  return (
    <Banner>
      <p>{t('common.broken', { count })}</p>
      <Link href="/household/storage">{t('common.brokenLink')}</Link>
    </Banner>
  );
}

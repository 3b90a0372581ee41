import { X } from 'lucide-react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { hintFor } from '@/domain/hints';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { newSeed } from '@/lib/seed';
import { useDeviceSettings } from '@/stores/device';
import { enterGameDay } from '@/stores/gameDay';
import styles from './DayCard.module.css';

interface FirstMinutesProps {
  /** Whether anything was ever logged. */
  hasLogged: boolean;
  /** Whether the last night that is over was logged. */
  hasLoggedNight: boolean;
}

/**
 * Explains an empty app in two lines; after the first night it hints, one at a time and once each,
 * at what makes the next nights easier.
 */
export function FirstMinutes({ hasLogged, hasLoggedNight }: FirstMinutesProps) {
  const { t } = useTranslation();
  const { db, household, activeChildren, activeCaregivers } = useHousehold();
  const { hintsDone, set } = useDeviceSettings();
  if (db.isGameDay) return null;
  if (!hasLogged)
    return (
      <p className={styles.first}>
        {t('today.empty')}{' '}
        <Button variant="quiet" onClick={() => enterGameDay(newSeed())}>
          {t('today.gameday')}
        </Button>
      </p>
    );
  const hint = hintFor({
    household,
    children: activeChildren,
    caregiverCount: activeCaregivers.length,
    firstName: t('common.firstNames.child'),
    hasLoggedNight,
    done: hintsDone,
  });
  if (!hint) return null;
  return (
    <aside className={styles.hint}>
      <Link href={hint === 'names' ? '/household/children' : '/household/on-call'}>{t(`today.hint.${hint}`)}</Link>
      <Button variant="quiet" aria-label={t('common.close')} onClick={() => set({ hintsDone: [...hintsDone, hint] })}>
        <X aria-hidden="true" size={22} />
      </Button>
    </aside>
  );
}

import X from 'lucide-react/icons/x';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { type Hint, hintFor } from '@/domain/hints';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { newSeed } from '@/lib/seed';
import { useDeviceSettings } from '@/stores/device';
import { enterGameDay } from '@/stores/gameDay';
import styles from './DayCard.module.css';
import { JoinLink } from './JoinLink';
import { useCanAddPhone } from './useCanAddPhone';

interface FirstMinutesProps {
  /** Whether anything was ever logged. */
  hasLogged: boolean;
  /** Whether the last night that is over was logged. */
  hasLoggedNight: boolean;
}

const PAGES: Record<Hint, string> = { names: 'children', rota: 'on-call', phone: 'phones' };

/**
 * Explains an empty app in two lines; after the first night it hints, one at a time and once each,
 * at what makes the next nights easier.
 */
export function FirstMinutes({ hasLogged, hasLoggedNight }: FirstMinutesProps) {
  const { t } = useTranslation();
  const { db, household, activeChildren, activeCaregivers } = useHousehold();
  const { hintsDone, set } = useDeviceSettings();
  const due = (canAddPhone: boolean) =>
    hintFor({
      household,
      children: activeChildren,
      caregiverCount: activeCaregivers.length,
      firstName: t('common.firstNames.child'),
      canAddPhone,
      hasLoggedNight,
      done: hintsDone,
    });
  const hint = due(useCanAddPhone(hasLogged && due(true) === 'phone'));
  if (db.isGameDay) return null;
  if (!hasLogged)
    return (
      <>
        <p className={styles.first}>
          {t('today.empty')}{' '}
          <Button variant="quiet" onClick={() => enterGameDay(newSeed())}>
            {t('today.gameday')}
          </Button>
        </p>
        <JoinLink />
      </>
    );
  if (!hint) return null;
  return (
    <aside className={styles.hint}>
      <Link href={`/household/${PAGES[hint]}`}>{t(`today.hint.${hint}`)}</Link>
      <Button variant="quiet" aria-label={t('common.close')} onClick={() => set({ hintsDone: [...hintsDone, hint] })}>
        <X aria-hidden="true" size={22} />
      </Button>
    </aside>
  );
}

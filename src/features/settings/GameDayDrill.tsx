import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { currentGameDay } from '@/stores/gameDay';
import { openGameDayPhone } from '@/stores/gameDayPhone';

/**
 * Says how a page is played, and opens the phone of another caregiver in a second window. That
 * takes locks, by which the windows know of each other; a browser without them simulates it.
 */
export function GameDayDrill() {
  const { t } = useTranslation();
  const { activeCaregivers, holder } = useHousehold();
  const [isBlocked, setIsBlocked] = useState(false);
  const others = activeCaregivers.filter(({ id }) => id !== holder?.id);
  if (!holder || others.length === 0 || currentGameDay()?.isOtherPhone) return null;
  return (
    <section className={form.section}>
      <header>
        <h2>{t('gameday.drill.title')}</h2>
        <p className={form.hint}>{t('gameday.drill.hint', { name: others[0]?.name ?? '' })}</p>
      </header>
      {'locks' in navigator && (
        <>
          {others.map(({ id, name }) => (
            <Button key={id} onClick={() => setIsBlocked(!openGameDayPhone(id))}>
              {t('gameday.drill.open', { name })}
            </Button>
          ))}
          <p className={form.hint} role="status">
            {t(isBlocked ? 'gameday.drill.blocked' : 'gameday.drill.byHand')}
          </p>
        </>
      )}
    </section>
  );
}

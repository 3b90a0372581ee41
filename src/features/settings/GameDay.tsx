import { Button } from '@/components/Button';
import { Section } from '@/components/Section';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { newSeed } from '@/lib/seed';
import { enterGameDay, leaveGameDay } from '@/stores/gameDay';

/** The way into a simulated household, and out of it. */
export function GameDay() {
  const { t } = useWords();
  const { db } = useHousehold();
  return (
    <Section title={t('gameday.title')} hint={t(db.simulated ? 'gameday.inside' : 'gameday.hint')}>
      {db.simulated ? (
        <Button onClick={() => leaveGameDay('#/household')}>{t('gameday.leave')}</Button>
      ) : (
        <Button onClick={() => enterGameDay(newSeed())}>{t('gameday.start')}</Button>
      )}
    </Section>
  );
}

import { Button } from '@/components/Button';
import { SettingsSection } from '@/components/SettingsSection';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { newSeed } from '@/lib/seed';
import { enterGameDay, leaveGameDay } from '@/stores/gameDay';

/** The button that starts a GameDay, or leaves it. */
export function GameDaySection() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  return (
    <SettingsSection title={t('gameday.title')} hint={t(db.isGameDay ? 'gameday.inside' : 'gameday.hint')}>
      {db.isGameDay ? (
        <Button onClick={() => leaveGameDay('#/household')}>{t('gameday.leave')}</Button>
      ) : (
        <Button onClick={() => enterGameDay(newSeed())}>{t('gameday.start')}</Button>
      )}
    </SettingsSection>
  );
}

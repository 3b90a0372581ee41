import { Button } from '@/components/Button';
import { SettingFrame } from '@/components/SettingFrame';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { newSeed } from '@/lib/seed';
import { enterGameDay, leaveGameDay } from '@/stores/gameDay';
import { GameDayDrill } from '../GameDayDrill';

/** Says what a GameDay is, and starts or leaves one. */
export function GameDayPage() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  return (
    <SettingFrame title={t('gameday.title')} hint={t(db.isGameDay ? 'gameday.inside' : 'gameday.hint')}>
      {db.isGameDay ? (
        <>
          <GameDayDrill />
          <Button onClick={() => leaveGameDay('#/household')}>{t('gameday.leave')}</Button>
        </>
      ) : (
        <Button variant="primary" onClick={() => enterGameDay(newSeed())}>
          {t('gameday.start')}
        </Button>
      )}
    </SettingFrame>
  );
}

import { useRef } from 'react';
import { Button } from '@/components/Button';
import frame from '@/components/page.module.css';
import { useHousehold } from '@/hooks/useHousehold';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { newSeed } from '@/lib/seed';
import { enterGameDay } from '@/stores/gameDay';
import { Causes } from './cards/Causes';
import { Debt } from './cards/Debt';
import { Double } from './cards/Double';
import { Escalations } from './cards/Escalations';
import { Fatigue } from './cards/Fatigue';
import { Forgotten } from './cards/Forgotten';
import { Hours } from './cards/Hours';
import { Illness } from './cards/Illness';
import { KeyFigures } from './cards/KeyFigures';
import { LastNight } from './cards/LastNight';
import { Load } from './cards/Load';
import { NightsRaster } from './cards/NightsRaster';
import { Patience } from './cards/Patience';
import { Patterns } from './cards/Patterns';
import { Recovery } from './cards/Recovery';
import { Remedies } from './cards/Remedies';
import { Runbooks } from './cards/Runbooks';
import { Sleep } from './cards/Sleep';
import { Weaning } from './cards/Weaning';
import styles from './dashboard.module.css';
import { ExportMenu } from './export/ExportMenu';
import { RangeBar } from './RangeBar';
import { useDashboard } from './useDashboard';

/**
 * The page that a parent reads by day over a week or a year of nights: whether it gets better, who
 * carries the load, and what helps.
 */
export default function Dashboard() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const view = useDashboard();
  const cards = useRef<HTMLDivElement>(null);
  usePage(t('dashboard.title'), view !== null);

  if (!view) return <main className={frame.widePage} />;
  return (
    <main className={frame.widePage}>
      <h1 className={frame.title}>{t('dashboard.title')}</h1>
      {view.hasEverLogged ? (
        <>
          <RangeBar view={view} />
          <div className={styles.cards} ref={cards}>
            <Forgotten view={view} />
            <LastNight view={view} />
            <KeyFigures view={view} />
            <Patterns view={view} />
            <NightsRaster view={view} />
            <Double view={view} />
            <Recovery view={view} />
            <Sleep view={view} />
            <Fatigue view={view} />
            <Load view={view} />
            <Escalations view={view} />
            <Runbooks view={view} />
            <Causes view={view} />
            <Illness view={view} />
            <Remedies view={view} />
            <Hours view={view} />
            <Weaning view={view} />
            <Debt view={view} />
            <Patience view={view} />
          </div>
          <ExportMenu view={view} pageRef={cards} />
        </>
      ) : (
        <>
          <p className={styles.empty}>{t('dashboard.empty')}</p>
          {!db.isGameDay && (
            <>
              <Button className={styles.open} onClick={() => enterGameDay(newSeed())}>
                {t('gameday.start')}
              </Button>
              <p className={styles.empty}>{t('gameday.hint')}</p>
            </>
          )}
        </>
      )}
    </main>
  );
}

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
import { LongestStretch } from './cards/LongestStretch';
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
import { Section, SectionBar } from './SectionBar';
import { type DashboardView, useDashboard } from './useDashboard';
import { useFigureText } from './useFigureText';

/**
 * The page that a parent reads by day over a week or a year of nights. Its first screen answers
 * whether it gets better; the sections below say so in detail, who carries it, what helps, and what
 * it costs.
 */
export default function Dashboard() {
  const { t } = useTranslation();
  const figures = useFigureText();
  const view = useDashboard();
  usePage(t('dashboard.title'), view !== null);

  if (!view) return <main className={frame.widePage} />;
  return (
    <main className={frame.widePage}>
      <header className={styles.head}>
        <h1 className={frame.title}>{t('dashboard.title')}</h1>
        {view.hasEverLogged && <p aria-live="polite">{figures.formatWholeRange(view.range)}</p>}
      </header>
      {view.hasEverLogged ? <Answers view={view} /> : <Empty />}
    </main>
  );
}

function Answers({ view }: { view: DashboardView }) {
  const cards = useRef<HTMLDivElement>(null);
  return (
    <>
      <RangeBar view={view} />
      <div className={styles.page} ref={cards}>
        <Forgotten view={view} />
        <div className={styles.first}>
          <KeyFigures view={view} />
          <NightsRaster view={view} />
          <LastNight view={view} />
        </div>
        <SectionBar />
        <Section name="better">
          <Recovery view={view} />
          <Sleep view={view} />
          <LongestStretch view={view} />
          <Weaning view={view} />
        </Section>
        <Section name="who">
          <Load view={view} />
          <Escalations view={view} />
          <Fatigue view={view} />
          <Patience view={view} />
        </Section>
        <Section name="helps">
          <Remedies view={view} />
          <Runbooks view={view} />
          <Causes view={view} />
          <Hours view={view} />
        </Section>
        <Section name="costs">
          <Illness view={view} />
          <Double view={view} />
          <Patterns view={view} />
          <Debt view={view} />
        </Section>
      </div>
      <ExportMenu view={view} pageRef={cards} />
    </>
  );
}

/** What will be here one day, and a way to see it now. */
function Empty() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  return (
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
  );
}

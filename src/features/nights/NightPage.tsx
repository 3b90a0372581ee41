import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import frame from '@/components/page.module.css';
import { NightRaster } from '@/components/raster/NightRaster';
import { readNights } from '@/db/queries';
import { lastStartedNight, nightOf, nightWindow } from '@/domain/night';
import { summarizeNight } from '@/domain/nightSummary';
import { isSupportedDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { type Day, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { AddIncidentSheet } from './AddIncidentSheet';
import { ChoresOfNight } from './ChoresOfNight';
import { DeletedWakeUps } from './DeletedWakeUps';
import { HourByHour } from './HourByHour';
import { IllnessLink } from './IllnessLink';
import { IncidentCard } from './IncidentCard';
import { KeyFigures } from './KeyFigures';
import { NightBounds } from './NightBounds';
import { NightPatterns } from './NightPatterns';
import styles from './nights.module.css';
import { OnCallSection } from './OnCallSection';
import { useNightAnalysis } from './useNightAnalysis';

/** The page of one night, from bedtime to morning, to read and correct by day. */
export default function NightPage() {
  const { t } = useTranslation();
  const { night } = useParams<{ night: string }>();
  if (isSupportedDay(night)) return <Night key={night} night={night} />;
  return (
    <main className={frame.page}>
      <p>{t('nights.badNight')}</p>
      <Link href="/nights">{t('nights.allNights')}</Link>
    </main>
  );
}

function Night({ night }: { night: Day }) {
  const { t } = useTranslation();
  const { db, household, children, format } = useHousehold();
  const now = useNow(MINUTE_MS);
  const log = useLiveQuery(() => readNights(db, night, night, household), [db, night, household]);
  const analysis = useNightAnalysis(night, log, now);
  const [adding, setAdding] = useState(false);
  const title = t('nights.nightOf', { from: format.day(night), to: format.day(addDays(night, 1)) });

  usePage(title, analysis !== null);

  if (!log || !analysis) return <main className={frame.page} />;
  const summary = summarizeNight(night, household, log, now);
  const { window, stretches, incidents } = summary;
  const hasBegun = window.start <= now;
  const hours = nightWindow(night, household, summary.row);
  const label = t('nights.stripLabel', {
    night: format.day(night),
    from: format.time(window.start),
    to: format.time(window.end),
  });

  return (
    <main className={frame.page}>
      <div className={styles.head}>
        <Link href={`/nights/${addDays(night, -1)}`} className={styles.arrow} aria-label={t('nights.previous')}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <h1>{title}</h1>
        {night < nightOf(now, household) ? (
          <Link href={`/nights/${addDays(night, 1)}`} className={styles.arrow} aria-label={t('nights.next')}>
            <ChevronRight aria-hidden="true" />
          </Link>
        ) : (
          <span className={styles.arrow} />
        )}
      </div>
      <NightRaster
        night={analysis.raster}
        lanes={children.filter(({ id, archived }) => !archived || stretches.some(({ childId }) => childId === id))}
        label={label}
      />
      <IllnessLink night={night} />
      <NightBounds night={night} row={summary.row} window={hours} />
      <KeyFigures {...analysis} />
      <NightPatterns night={night} latest={lastStartedNight(household, now)} patterns={analysis.patterns} />
      {hasBegun && summary.observed && (
        <Link href={`/nights/${night}/post-mortem`} className={controls.button}>
          {t('postmortem.link')}
        </Link>
      )}
      {incidents.length === 0 && !summary.observed && <p className={styles.empty}>{t('nights.nothingHere')}</p>}
      <ol className={styles.cards}>
        {incidents.map((folded) => (
          <li key={folded.incident.id}>
            <IncidentCard night={night} folded={folded} />
          </li>
        ))}
      </ol>
      {hasBegun && (
        <Button onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" size={20} />
          {t('nights.addWakeUp')}
        </Button>
      )}
      <DeletedWakeUps night={night} />
      <OnCallSection {...analysis} />
      <ChoresOfNight night={night} />
      <HourByHour night={night} incidents={incidents.map(({ incident }) => incident)} />
      <Link href="/nights">{t('nights.allNights')}</Link>
      {adding && <AddIncidentSheet window={hours} onClose={() => setAdding(false)} />}
    </main>
  );
}

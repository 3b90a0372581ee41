import { useLiveQuery } from 'dexie-react-hooks';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { BackLink } from '@/components/BackLink';
import { Button } from '@/components/Button';
import { Fold } from '@/components/Fold';
import frame from '@/components/page.module.css';
import { NightRaster } from '@/components/raster/NightRaster';
import { readNights } from '@/db/logQueries';
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
import { KeyFigures } from './KeyFigures';
import { NightBounds } from './NightBounds';
import { NightPatterns } from './NightPatterns';
import styles from './nights.module.css';
import { OnCallSection } from './OnCallSection';
import { useNightAnalysis } from './useNightAnalysis';
import { useNightSentence } from './useNightSentence';
import { WakeUpLine } from './WakeUpLine';

/** The page of one night, from bedtime to morning, to read and correct by day. */
export default function NightPage() {
  const { t } = useTranslation();
  const { night } = useParams<{ night: string }>();
  if (isSupportedDay(night)) return <Night key={night} night={night} />;
  return (
    <main className={frame.page}>
      <BackLink href="/nights">{t('nights.allNights')}</BackLink>
      <p>{t('nights.badNight')}</p>
    </main>
  );
}

function Night({ night }: { night: Day }) {
  const { t } = useTranslation();
  const { db, household, children, format } = useHousehold();
  const now = useNow(MINUTE_MS);
  const log = useLiveQuery(() => readNights(db, night, night, household), [db, night, household]);
  const analysis = useNightAnalysis(night, log, now);
  const formatSentence = useNightSentence();
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
      <div className={styles.top}>
        <BackLink href="/nights">{t('nights.allNights')}</BackLink>
        <Link href={`/nights/${addDays(night, -1)}`} className={styles.arrow} aria-label={t('nights.previous')}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        {night < nightOf(now, household) ? (
          <Link href={`/nights/${addDays(night, 1)}`} className={styles.arrow} aria-label={t('nights.next')}>
            <ChevronRight aria-hidden="true" />
          </Link>
        ) : (
          <span className={styles.arrow} data-off aria-hidden="true">
            <ChevronRight />
          </span>
        )}
      </div>
      <h1 className={styles.nightTitle}>{title}</h1>
      <NightRaster
        night={analysis.raster}
        lanes={children.filter(({ id, archived }) => !archived || stretches.some(({ childId }) => childId === id))}
        label={label}
      />
      <NightBounds night={night} row={summary.row} window={hours} />
      <IllnessLink night={night} />
      <p className={styles.sentence}>{formatSentence(analysis)}</p>
      <KeyFigures {...analysis} />
      <NightPatterns night={night} latest={lastStartedNight(household, now)} patterns={analysis.patterns} />
      {incidents.length === 0 && !summary.observed && <p className={styles.empty}>{t('nights.nothingHere')}</p>}
      <ol className={styles.wakeUps}>
        {incidents.map((folded) => (
          <li key={folded.incident.id}>
            <WakeUpLine night={night} folded={folded} />
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
      <ChoresOfNight night={night} />
      <div>
        {hasBegun && summary.observed && (
          <Link href={`/nights/${night}/post-mortem`} className={styles.row}>
            {t('postmortem.link')}
            <ChevronRight aria-hidden="true" size={20} />
          </Link>
        )}
        <Fold title={t('nights.onCall.title')}>
          <OnCallSection {...analysis} />
        </Fold>
        {incidents.length > 0 && (
          <Fold title={t('nights.hourByHour')}>
            <HourByHour night={night} incidents={incidents.map(({ incident }) => incident)} />
          </Fold>
        )}
      </div>
      {adding && <AddIncidentSheet window={hours} onClose={() => setAdding(false)} />}
    </main>
  );
}

import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import frame from '@/components/page.module.css';
import { NightRaster } from '@/components/raster/NightRaster';
import { readNights } from '@/db/queries';
import { lastNightBegun, nightOf } from '@/domain/night';
import { summarizeNight } from '@/domain/nightSummary';
import { isDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/household';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useWords } from '@/i18n/language';
import { type Day, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { AddIncidentSheet } from './AddIncidentSheet';
import { ChoresOfNight } from './ChoresOfNight';
import { HourByHour } from './HourByHour';
import { Ill } from './Ill';
import { IncidentCard } from './IncidentCard';
import { KeyFigures } from './KeyFigures';
import { NightEnds } from './NightEnds';
import styles from './nights.module.css';
import { Recurring } from './Recurring';
import { useNightFigures } from './useNightFigures';
import { Watch } from './Watch';

/** A night from bedtime to morning, read and corrected by day. */
export default function NightPage() {
  const { t } = useWords();
  const { night } = useParams<{ night: string }>();
  if (isDay(night)) return <Night key={night} night={night} />;
  return (
    <main className={frame.page}>
      <p>{t('nights.badNight')}</p>
      <Link href="/nights">{t('nights.allNights')}</Link>
    </main>
  );
}

function Night({ night }: { night: Day }) {
  const { t } = useWords();
  const { db, household, children, format } = useHousehold();
  const now = useNow(MINUTE_MS);
  const { timeZone } = household;
  const log = useLiveQuery(() => readNights(db, night, night, timeZone), [db, night, timeZone]);
  const inFigures = useNightFigures(night, log, now);
  const [adding, setAdding] = useState(false);
  const title = t('nights.nightOf', { from: format.day(night), to: format.day(addDays(night, 1)) });

  usePage(title, inFigures !== null);

  if (!log || !inFigures) return <main className={frame.page} />;
  const summary = summarizeNight(night, household, log, now);
  const { window, stretches, incidents } = summary;
  const began = window.start <= now;
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
        {night < nightOf(now, household.timeZone) ? (
          <Link href={`/nights/${addDays(night, 1)}`} className={styles.arrow} aria-label={t('nights.next')}>
            <ChevronRight aria-hidden="true" />
          </Link>
        ) : (
          <span className={styles.arrow} />
        )}
      </div>
      <NightRaster
        night={inFigures.raster}
        lanes={children.filter(({ id, archived }) => !archived || stretches.some(({ childId }) => childId === id))}
        label={label}
      />
      <Ill night={night} />
      <NightEnds night={night} row={summary.row} window={window} />
      <KeyFigures {...inFigures} />
      <Recurring night={night} latest={lastNightBegun(household, now)} patterns={inFigures.patterns} />
      {began && summary.observed && (
        <Link href={`/nights/${night}/post-mortem`} className={controls.button}>
          {t('postmortem.link')}
        </Link>
      )}
      {incidents.length === 0 && <p className={styles.empty}>{t('nights.nothingHere')}</p>}
      <ol className={styles.cards}>
        {incidents.map((folded) => (
          <li key={folded.incident.id}>
            <IncidentCard night={night} folded={folded} />
          </li>
        ))}
      </ol>
      {began && (
        <Button onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" size={20} />
          {t('nights.addWakeUp')}
        </Button>
      )}
      <Watch {...inFigures} />
      <ChoresOfNight night={night} />
      <HourByHour night={night} incidents={incidents.map(({ incident }) => incident)} />
      <Link href="/nights">{t('nights.allNights')}</Link>
      {adding && <AddIncidentSheet window={window} onClose={() => setAdding(false)} />}
    </main>
  );
}

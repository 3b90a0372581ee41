import { useLiveQuery } from 'dexie-react-hooks';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { use } from 'react';
import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { NightStrip } from '@/components/NightStrip';
import ReviewLink from '@/components/ReviewLink';
import { readNights } from '@/db/logQueries';
import { rowLookup } from '@/domain/forgotten';
import { nightOf } from '@/domain/night';
import { type NightSummary, summarizeNight } from '@/domain/nightSummary';
import { lastFinishedNight } from '@/domain/review/lastFinishedNight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { longestQuietMs } from '@/metrics/availability';
import { union } from '@/metrics/intervals';
import styles from './DayCard.module.css';
import { FirstMinutes } from './FirstMinutes';
import { useHasLogged } from './useHasLogged';

/**
 * What a parent wants of Tonight by day: last night in one sentence, its questions, and what
 * belongs to the day. Loaded by day only, after the wake buttons.
 */
export default function DayCard({ now }: { now: Instant }) {
  const words = useTranslation();
  use(words.loadDayMessages());
  const summary = useLastNight(now);
  const hasLogged = useHasLogged();
  if (!summary || hasLogged === undefined) return null;
  return (
    <>
      {summary.observed && <LastNight summary={summary} />}
      <ReviewLink />
      <FirstMinutes hasLogged={hasLogged} hasLoggedNight={summary.observed} />
      {hasLogged && <DayLinks />}
    </>
  );
}

function LastNight({ summary }: { summary: NightSummary }) {
  const { t } = useTranslation();
  const { format, activeChildren } = useHousehold();
  const { night, window, stretches, wakeUps, awakeMs } = summary;
  const [from, to] = [format.time(window.start), format.time(window.end)];
  return (
    <section className={styles.card} aria-labelledby="last-night">
      <Link href={`/nights/${night}`} className={styles.head}>
        <h2 id="last-night">{t('nights.lastNight')}</h2>
        <ChevronRight aria-hidden="true" />
      </Link>
      <NightStrip
        window={window}
        stretches={stretches}
        lanes={activeChildren}
        now={null}
        label={t('nights.stripLabel', { night: format.day(night), from, to })}
        endLabels={[from, to]}
      />
      <p>
        {t('today.lastNight', {
          count: wakeUps,
          duration: format.duration(awakeMs),
          longest: format.duration(longestQuietMs(union(stretches), { from: window.start, to: window.end })),
        })}
      </p>
    </section>
  );
}

/** What belongs to the day, one touch from here. */
function DayLinks() {
  const { t } = useTranslation();
  return (
    <nav className={styles.links} aria-label={t('today.links')}>
      {(['health', 'chores', 'paediatrician'] as const).map((page) => (
        <Link key={page} href={`/household/${page}`} className={controls.button}>
          {t(`today.${page}`)}
        </Link>
      ))}
    </nav>
  );
}

/** The last night that is over, as a live query; undefined while it is read. */
function useLastNight(now: Instant): NightSummary | undefined {
  const { db, household } = useHousehold();
  const today = nightOf(now, household);
  const log = useLiveQuery(() => readNights(db, addDays(today, -2), today, household), [db, today, household]);
  if (!log) return undefined;
  const night = lastFinishedNight(household, rowLookup(log.nightRows), now);
  return summarizeNight(night, household, log, now);
}

import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronRight } from 'lucide-react';
import { use } from 'react';
import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { NightStrip } from '@/components/NightStrip';
import ReviewLink from '@/components/ReviewLink';
import { readNights } from '@/db/queries';
import { rowLookup } from '@/domain/forgotten';
import { nightOf } from '@/domain/night';
import { type NightSummary, summarizeNight } from '@/domain/nightSummary';
import { lastFinishedNight } from '@/domain/review/lastFinishedNight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
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
          longest: format.duration(longestSleepMs(summary)),
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

/** The longest time in which nobody was awake, in milliseconds. */
function longestSleepMs({ window, stretches }: NightSummary): number {
  let asleepFrom = window.start;
  let longestMs = 0;
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    longestMs = Math.max(longestMs, from - asleepFrom);
    if (to > asleepFrom) asleepFrom = to;
  }
  return Math.max(longestMs, window.end - asleepFrom);
}

/** The last night that is over, as a live query; undefined while it is read. */
function useLastNight(now: Instant): NightSummary | undefined {
  const { db, household } = useHousehold();
  const minute = Math.floor(now / MINUTE_MS);
  const today = nightOf(now, household);
  const log = useLiveQuery(() => readNights(db, addDays(today, -2), today, household), [db, today, household]);
  if (!log) return undefined;
  const at = (minute * MINUTE_MS) as Instant;
  const night = lastFinishedNight(household, rowLookup(log.nightRows), at);
  return summarizeNight(night, household, log, at);
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { Month } from '@/db/loggedMonths';
import { readNights } from '@/db/logQueries';
import { isFiltering, matchesFilter } from '@/domain/nightFilter';
import type { NightSummary } from '@/domain/nightSummary';
import { summarizeNights } from '@/domain/summarizeNights';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day, Instant } from '@/lib/time';
import { useNightList } from '@/stores/nightList';
import { groupNights } from './groupNights';
import { MonthCalendar } from './MonthCalendar';
import { NightItem } from './NightItem';
import { NotLoggedItem } from './NotLoggedItem';
import styles from './nights.module.css';
import type { NightIllness } from './useIllnessesOfNight';
import { useNearViewport } from './useNearViewport';

/**
 * Guesses how high a month will be that was not drawn yet, in rem: the closer the guess, the less
 * the list moves when the months above are drawn. A strip of several lanes is a little higher.
 */
const guessedHeightRem = (nights: number, view: 'list' | 'calendar', hasSeveralChildren: boolean): number =>
  view === 'list' ? 3.2 + nights * (hasSeveralChildren ? 5.2 : 4.5) : 4.5 + Math.ceil(nights / 7 + 0.5) * 3.45;

/**
 * The heights of the months that were drawn, in CSS pixels, by their first nights and by how they
 * were drawn.
 */
const drawnHeights = new Map<string, number>();

interface MonthSectionProps {
  month: Month;
  /** The night of today. */
  latest: Day;
  now: Instant;
  /** Whether the month is drawn at once; others wait until they are near the screen. */
  isFirst: boolean;
  illnessesOfNight: (night: Day) => NightIllness[];
}

/**
 * The nights of one month. A month that is far from the screen is not read and only keeps its
 * height, so that ten years scroll like one month.
 */
export function MonthSection({ month, latest, now, isFirst, illnessesOfNight }: MonthSectionProps) {
  const { t, locale } = useTranslation();
  const { db, household, activeChildren } = useHousehold();
  const ref = useRef<HTMLElement>(null);
  const isNear = useNearViewport(ref, isFirst);
  const titleId = useId();
  const { from, to } = month;
  const log = useLiveQuery(
    () => (isNear ? readNights(db, from, to, household) : undefined),
    [db, from, to, household, isNear],
  );
  const { filter, view } = useNightList();
  const isShown = useCallback(
    (summary: NightSummary) =>
      !isFiltering(filter) ||
      matchesFilter(
        summary,
        filter,
        household,
        illnessesOfNight(summary.night).map(({ childId }) => childId),
      ),
    [filter, household, illnessesOfNight],
  );
  const summaries = useMemo(
    () =>
      log &&
      // Nights to come are listed only if a wrong clock has logged something in them.
      summarizeNights({ from, to }, household, log, now).filter(({ night, observed }) => observed || night <= latest),
    [log, from, to, household, now, latest],
  );
  const groups = useMemo(
    () => summaries && groupNights(summaries.filter(isShown), latest),
    [summaries, isShown, latest],
  );

  const drawing = `${from} ${view} ${JSON.stringify(filter)}`;
  useLayoutEffect(() => {
    if (groups && ref.current) drawnHeights.set(drawing, ref.current.offsetHeight);
  });

  const nights = Number(to.slice(8)) - Number(from.slice(8)) + 1;
  const guessedRem = guessedHeightRem(nights, view, activeChildren.length > 1);
  const height = drawnHeights.get(drawing);
  // A month in which no night is looked for takes no room. It stays in the page, or nothing would
  // tell when it is near the screen again.
  if (groups ? groups.length === 0 : height === 0) return <section ref={ref} />;
  const title = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    Date.parse(from),
  );
  return (
    <section
      ref={ref}
      aria-labelledby={titleId}
      data-month={from.slice(0, 7)}
      style={groups ? undefined : { minHeight: height === undefined ? `${guessedRem}rem` : `${height}px` }}
    >
      <h2 id={titleId} className={styles.month} tabIndex={-1}>
        {title}
      </h2>
      {log && log.broken.length > 0 && (
        <p className={styles.broken}>
          {t('common.broken', { count: log.broken.length })}{' '}
          <Link href="/household/storage">{t('common.brokenLink')}</Link>
        </p>
      )}
      {summaries && view === 'calendar' ? (
        <MonthCalendar summaries={summaries.toReversed()} isShown={isShown} />
      ) : (
        <ol>
          {groups?.map((group) =>
            group.kind === 'night' ? (
              <NightItem
                key={group.key}
                summary={group.summary}
                latest={latest}
                now={now}
                illnesses={illnessesOfNight(group.summary.night)}
              />
            ) : (
              <NotLoggedItem key={group.key} from={group.from} to={group.to} count={group.count} />
            ),
          )}
        </ol>
      )}
    </section>
  );
}

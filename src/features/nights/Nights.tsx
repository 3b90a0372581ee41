import { useLiveQuery } from 'dexie-react-hooks';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import frame from '@/components/page.module.css';
import { ReviewButton } from '@/components/ReviewButton';
import { StripLegend } from '@/components/StripLegend';
import { readLoggedMonths } from '@/db/loggedMonths';
import { readLogStart } from '@/db/logQueries';
import { nightOf } from '@/domain/night';
import { isFiltering } from '@/domain/nightFilter';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useReview } from '@/hooks/useReview';
import { useTranslation } from '@/i18n/useTranslation';
import { newSeed } from '@/lib/seed';
import { MINUTE_MS } from '@/lib/time';
import { enterGameDay } from '@/stores/gameDay';
import { useNightList } from '@/stores/nightList';
import { DateJump } from './DateJump';
import { ListBar } from './ListBar';
import { listMonths } from './listMonths';
import { MonthJump } from './MonthJump';
import { MonthSection } from './MonthSection';
import { NotLoggedItem } from './NotLoggedItem';
import styles from './nights.module.css';
import { useIllnessesOfNight } from './useIllnessesOfNight';

/** The latest months are read first, so that a long log opens as fast as a short one. */
const FIRST_MONTHS = 2;

/** Lists every night by month, the latest first. */
export default function Nights() {
  const { t } = useTranslation();
  const { household, db, format } = useHousehold();
  const now = useNow(MINUTE_MS);
  const latest = nightOf(now, household);
  const illnessesOfNight = useIllnessesOfNight();
  const { filter, view } = useNightList();
  const hasFilter = isFiltering(filter);

  const start = useLiveQuery(async () => {
    const { detectedAt, night } = await readLogStart(db);
    const starts = [night, detectedAt === null ? null : nightOf(detectedAt, household)].filter((day) => day !== null);
    return { firstNight: starts.sort()[0] ?? null, months: await readLoggedMonths(db, household, FIRST_MONTHS) };
  }, [db, household]);
  const allMonths = useLiveQuery(() => readLoggedMonths(db, household), [db, household]);

  // The page waits for the questions: a button that appeared above the list later would push the
  // list away from under the thumb.
  const review = useReview();

  // The scroll position can be restored only when the whole list has its height.
  usePage(t('nights.title'), start !== undefined && allMonths !== undefined && review !== undefined);

  if (!start || !review) return <main className={frame.page} />;
  const { firstNight } = start;
  const groups = firstNight === null ? [] : listMonths(allMonths ?? start.months, firstNight, latest);
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('nights.title')}</h1>
      <ReviewButton count={review.remaining.length} />
      {firstNight === null && (
        <>
          <p className={styles.empty}>{t('nights.empty')}</p>
          <Button onClick={() => enterGameDay(newSeed())}>{t('gameday.start')}</Button>
          <p className={styles.empty}>{t('gameday.hint')}</p>
        </>
      )}
      {firstNight !== null && (
        <>
          <ListBar latest={latest} />
          <div className={styles.jump}>
            <span aria-hidden="true">{t('nights.goTo')}</span>
            <MonthJump groups={groups} />
            <DateJump first={firstNight} latest={latest} />
          </div>
        </>
      )}
      {firstNight !== null &&
        (view === 'list' ? <StripLegend /> : <p className={styles.hint}>{t('nights.view.hint')}</p>)}
      <div>
        {groups.map((group, index) => {
          if (group.kind === 'month')
            return (
              <MonthSection
                key={group.key}
                month={group.month}
                latest={latest}
                now={now}
                isFirst={index === 0}
                illnessesOfNight={illnessesOfNight}
              />
            );
          return (
            !hasFilter && (
              <ol key={group.key}>
                <NotLoggedItem from={group.from} to={group.to} count={group.count} />
              </ol>
            )
          );
        })}
      </div>
      {hasFilter && firstNight !== null && (
        <p className={styles.hint}>{t('nights.filter.end', { day: format.longDay(firstNight) })}</p>
      )}
      <Link href="/household/deleted" className={styles.row}>
        {t('household.deleted.title')}
        <ChevronRight aria-hidden="true" size={20} />
      </Link>
    </main>
  );
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { NightStrip } from '@/components/NightStrip';
import frame from '@/components/page.module.css';
import { ReviewButton } from '@/components/ReviewButton';
import { readLogStart, readNights } from '@/db/queries';
import { nightOf } from '@/domain/night';
import { type NightSummary, summarizeNight } from '@/domain/nightSummary';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useReview } from '@/hooks/useReview';
import { useTranslation } from '@/i18n/useTranslation';
import { newSeed } from '@/lib/seed';
import { type Day, type Instant, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { enterGameDay } from '@/stores/gameDay';
import { groupNights, type NightGroup } from './groupNights';
import styles from './nights.module.css';
import { useIllnessesOfNight } from './useIllnessesOfNight';

/** The number of nights that are read at a time: four weeks. */
const NIGHTS_PER_PAGE = 28;

/** Lists every night, the latest first. */
export default function Nights() {
  const { t } = useTranslation();
  const { household, db } = useHousehold();
  const now = useNow(MINUTE_MS);
  const [shownCount, setShownCount] = useState(NIGHTS_PER_PAGE);
  const { timeZone } = household;
  const latest = nightOf(now, timeZone);

  const log = useLiveQuery(async () => {
    const { detectedAt, night } = await readLogStart(db);
    const starts = [night, detectedAt === null ? null : nightOf(detectedAt, timeZone)].filter((day) => day !== null);
    // Days sort as text, so the first one is the earliest.
    const firstNight = starts.sort()[0] ?? null;
    const from = addDays(latest, 1 - shownCount);
    return { firstNight, from, ...(await readNights(db, from, latest, timeZone)) };
  }, [db, latest, shownCount, timeZone]);

  // The page waits for the questions: a button that appeared above the list later would push the
  // list away from under the thumb.
  const review = useReview();

  usePage(t('nights.title'), log !== undefined && review !== undefined);

  if (!log || !review) return <main className={frame.page} />;
  const oldest = log.firstNight !== null && log.firstNight > log.from ? log.firstNight : log.from;
  const days = log.firstNight === null ? [] : daysBackwards(latest, oldest);
  const groups = groupNights(
    days.map((night) => summarizeNight(night, household, log, now)),
    latest,
  );
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('nights.title')}</h1>
      <ReviewButton count={review.remaining.length} />
      {log.broken.length > 0 && (
        <p className={styles.broken}>
          {t('common.broken', { count: log.broken.length })} <Link href="/household">{t('common.brokenLink')}</Link>
        </p>
      )}
      {days.length === 0 && (
        <>
          <p className={styles.empty}>{t('nights.empty')}</p>
          <Button onClick={() => enterGameDay(newSeed())}>{t('gameday.start')}</Button>
          <p className={styles.empty}>{t('gameday.hint')}</p>
        </>
      )}
      <ol className={styles.list}>
        {groups.map((group) => (
          <Group key={group.key} group={group} latest={latest} now={now} />
        ))}
      </ol>
      {log.firstNight !== null && log.firstNight < log.from && (
        <Button onClick={() => setShownCount(shownCount + NIGHTS_PER_PAGE)}>{t('nights.earlier')}</Button>
      )}
    </main>
  );
}

function Group({ group, latest, now }: { group: NightGroup; latest: Day; now: Instant }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  if (group.kind === 'night') return <NightItem summary={group.summary} latest={latest} now={now} />;
  return (
    <li className={styles.gap}>
      <span>
        {format.day(group.from)} – {format.day(group.to)}
      </span>
      <span>{t('nights.notLoggedRun', { count: group.count })}</span>
    </li>
  );
}

function NightItem({ summary, latest, now }: { summary: NightSummary; latest: Day; now: Instant }) {
  const { t } = useTranslation();
  const { children, format } = useHousehold();
  const illnessesOf = useIllnessesOfNight();
  const illnesses = illnessesOf(summary.night);
  const { night, window, stretches, wakeUps, awakeMs, observed } = summary;
  const lanes = children.filter(({ id, archived }) => !archived || stretches.some(({ childId }) => childId === id));
  const formatFacts = () => {
    if (!observed) return t('nights.notLogged');
    if (wakeUps === 0 && awakeMs === 0) return t('nights.quietNight');
    const duration = format.duration(awakeMs);
    return [t('nights.wakeUps', { count: wakeUps }), t('nights.awakeFor', { duration })].join(' · ');
  };
  const label = t('nights.stripLabel', {
    night: format.day(night),
    from: format.time(window.start),
    to: format.time(window.end),
  });
  return (
    <li>
      <Link href={`/nights/${night}`} className={styles.night} data-observed={observed} data-ill={illnesses.length > 0}>
        <span className={styles.summary}>
          <strong>
            {night === latest ? t(now < window.end ? 'nights.tonight' : 'nights.lastNight') : format.day(night)}
          </strong>
          <span>{formatFacts()}</span>
          {illnesses.map(({ id, child, label: illnessLabel }) => (
            <span key={id}>{t('health.ofChild', { label: illnessLabel, child })}</span>
          ))}
        </span>
        {observed && (
          <NightStrip
            window={window}
            stretches={stretches}
            lanes={lanes}
            now={now > window.start && now < window.end ? now : null}
            label={label}
          />
        )}
      </Link>
    </li>
  );
}

function daysBackwards(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day >= to; day = addDays(day, -1)) days.push(day);
  return days;
}

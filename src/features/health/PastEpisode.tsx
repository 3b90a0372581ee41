import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { readObservationsBetween } from '@/db/healthQueries';
import type { Child } from '@/domain/rows/household';
import type { Episode } from '@/domain/rows/others';
import { useHealthText } from '@/hooks/useHealthText';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant, WallTime } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import { type OpenSheet, sheetFor } from './HealthSheets';
import styles from './health.module.css';
import { ObservationList } from './ObservationList';
import { useDayText } from './useDayText';

interface PastEpisodeProps {
  child: Child;
  episode: Episode;
  now: Instant;
  onOpen: (opened: OpenSheet) => void;
}

/** A past illness. When opened, it shows its note and the observations of its days. */
export function PastEpisode({ child, episode, now, onOpen }: PastEpisodeProps) {
  const { formatDay } = useDayText(now);
  const name = useHealthText().formatIllness(episode);
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { startDay, note } = episode;
  const endDay = episode.endDay ?? startDay;
  return (
    <details className={styles.pastEpisode} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span>
          <strong>{name}</strong>
          <small>
            {startDay === endDay
              ? t('health.dayOnly', { day: formatDay(startDay) })
              : t('health.fromTo', { from: formatDay(startDay), to: formatDay(endDay) })}
          </small>
        </span>
      </summary>
      {isOpen && (
        <div className={styles.details}>
          {note && <p>{note}</p>}
          <EpisodeObservations child={child} episode={episode} now={now} onOpen={onOpen} />
          <Button onClick={() => onOpen({ kind: 'episode', child, row: episode })}>{t('health.change')}</Button>
        </div>
      )}
    </details>
  );
}

const MIDNIGHT = '00:00' as WallTime;
const PAGE_SIZE = 50;

function EpisodeObservations({ child, episode: { startDay, endDay }, now, onOpen }: PastEpisodeProps) {
  const { t } = useTranslation();
  const { db, household } = useHousehold();
  const [shownCount, setShownCount] = useState(PAGE_SIZE);
  const from = instantOnWall(startDay, MIDNIGHT, household);
  const to = instantOnWall(addDays(endDay ?? startDay, 1), MIDNIGHT, household);
  const observations = useLiveQuery(() => readObservationsBetween(db, child.id, from, to), [db, child.id, from, to]);
  if (!observations) return null;
  if (observations.length === 0) return <p className={styles.empty}>{t('health.noObservations')}</p>;
  const latestFirst = [...observations].reverse();
  return (
    <>
      <ObservationList
        observations={latestFirst.slice(0, shownCount)}
        now={now}
        onEdit={(row) => onOpen(sheetFor(child, row))}
      />
      {observations.length > shownCount && (
        <Button variant="quiet" onClick={() => setShownCount(shownCount + PAGE_SIZE)}>
          {t('health.earlier')}
        </Button>
      )}
    </>
  );
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { readObservationsBetween } from '@/db/healthQueries';
import type { Child } from '@/domain/rows/household';
import type { Episode } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useHealthWords } from '@/hooks/useHealthWords';
import { useWords } from '@/i18n/language';
import type { Instant, WallTime } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import { type Opened, openedOf } from './HealthSheets';
import styles from './health.module.css';
import { ObservationList } from './ObservationList';
import { useDays } from './useDays';

interface PastEpisodeProps {
  child: Child;
  episode: Episode;
  now: Instant;
  onOpen: (opened: Opened) => void;
}

/** An illness that is over. Opened, what was measured and given in its days. */
export function PastEpisode({ child, episode, now, onOpen }: PastEpisodeProps) {
  const days = useDays(now);
  const label = useHealthWords().illness(episode);
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { startDay, note } = episode;
  const endDay = episode.endDay ?? startDay;
  return (
    <details className={styles.past} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span>
          <strong>{label}</strong>
          <small>
            {startDay === endDay
              ? t('health.dayOnly', { day: days.say(startDay) })
              : t('health.fromTo', { from: days.say(startDay), to: days.say(endDay) })}
          </small>
        </span>
      </summary>
      {isOpen && (
        <div className={styles.inside}>
          {note && <p>{note}</p>}
          <InItsDays child={child} episode={episode} now={now} onOpen={onOpen} />
          <Button onClick={() => onOpen({ what: 'episode', child, row: episode })}>{t('health.change')}</Button>
        </div>
      )}
    </details>
  );
}

const MIDNIGHT = '00:00' as WallTime;
const PAGE = 50;

function InItsDays({ child, episode: { startDay, endDay }, now, onOpen }: PastEpisodeProps) {
  const { t } = useWords();
  const { db, household } = useHousehold();
  const [shown, setShown] = useState(PAGE);
  const from = instantOnWall(startDay, MIDNIGHT, household.timeZone);
  const to = instantOnWall(addDays(endDay ?? startDay, 1), MIDNIGHT, household.timeZone);
  const found = useLiveQuery(() => readObservationsBetween(db, child.id, from, to), [db, child.id, from, to]);
  if (!found) return null;
  if (found.length === 0) return <p className={styles.empty}>{t('health.noObservations')}</p>;
  const latest = [...found].reverse();
  return (
    <>
      <ObservationList
        observations={latest.slice(0, shown)}
        now={now}
        onChange={(row) => onOpen(openedOf(child, row))}
      />
      {found.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + PAGE)}>
          {t('health.earlier')}
        </Button>
      )}
    </>
  );
}

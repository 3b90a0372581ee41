import { useLiveQuery } from 'dexie-react-hooks';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Section } from '@/components/Section';
import { readLatestObservations, readRecentDoses } from '@/db/healthQueries';
import { notBefore } from '@/domain/health/notBefore';
import type { Child } from '@/domain/rows/household';
import type { Episode } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useNow } from '@/hooks/useNow';
import { useUntil } from '@/hooks/useUntil';
import { useWords } from '@/i18n/language';
import { HOUR_MS, type Instant } from '@/lib/time';
import { type Opened, openedOf } from './HealthSheets';
import styles from './health.module.css';
import { ObservationList } from './ObservationList';
import { PastEpisodes } from './PastEpisodes';
import { RunningEpisode } from './RunningEpisode';

interface ChildHealthProps {
  child: Child;
  /** Its own, all of them. */
  episodes: readonly Episode[];
  now: Instant;
  onOpen: (opened: Opened) => void;
}

/** A few of the latest stand there unasked; more come by the page. */
const FIRST = 6;
const PAGE = 50;

/** One child: what is going on, what waits, what was measured and given, and what is over. */
export function ChildHealth({ child, episodes, now, onOpen }: ChildHealthProps) {
  const { t } = useWords();
  const { db } = useHousehold();
  const hour = useNow(HOUR_MS);
  const untilWords = useUntil();
  const [shown, setShown] = useState(FIRST);
  // One more than is shown tells whether there are more.
  const latest = useLiveQuery(async () => {
    const rows = await readLatestObservations(db, child.id, shown + 1);
    return { rows: rows.slice(0, shown), more: rows.length > shown };
  }, [db, child.id, shown]);
  const doses = useLiveQuery(() => readRecentDoses(db, child.id, hour), [db, child.id, hour]) ?? [];
  const newestFirst = [...episodes].sort((a, b) => (a.startDay < b.startDay ? 1 : -1));
  const past = newestFirst.filter(({ endDay }) => endDay !== null);
  return (
    <Section title={child.name}>
      {newestFirst
        .filter(({ endDay }) => endDay === null)
        .map((episode) => (
          <RunningEpisode
            key={episode.id}
            episode={episode}
            now={now}
            onChange={() => onOpen({ what: 'episode', child, row: episode })}
          />
        ))}
      {notBefore(doses, now).map(({ name, until }) => (
        <p key={name} className={styles.waits}>
          {t('health.waits', { name, time: untilWords(until, now) })}
        </p>
      ))}
      {!child.archived && (
        <div className={styles.add}>
          {(['temperature', 'medicine', 'episode'] as const).map((what) => (
            <Button key={what} aria-label={t(`health.add.${what}`)} onClick={() => onOpen({ what, child, row: null })}>
              <Plus aria-hidden="true" size={20} />
              {t(`health.addName.${what}`)}
            </Button>
          ))}
        </div>
      )}
      {latest && latest.rows.length > 0 && (
        <div className={styles.part}>
          <h3>{t('health.observations')}</h3>
          <ObservationList observations={latest.rows} now={now} onChange={(row) => onOpen(openedOf(child, row))} />
          {latest.more && (
            <Button look="quiet" onClick={() => setShown(shown + PAGE)}>
              {t('health.earlier')}
            </Button>
          )}
        </div>
      )}
      {past.length > 0 && <PastEpisodes child={child} episodes={past} now={now} onOpen={onOpen} />}
    </Section>
  );
}

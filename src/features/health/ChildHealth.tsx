import { useLiveQuery } from 'dexie-react-hooks';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { SettingsSection } from '@/components/SettingsSection';
import { readLatestObservations, readRecentDoses } from '@/db/healthQueries';
import { medicinesToWaitFor } from '@/domain/health/medicinesToWaitFor';
import type { Child } from '@/domain/rows/household';
import type { Episode } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useUntilText } from '@/hooks/useUntilText';
import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS, type Instant } from '@/lib/time';
import { type OpenSheet, sheetFor } from './HealthSheets';
import styles from './health.module.css';
import { ObservationList } from './ObservationList';
import { PastEpisodes } from './PastEpisodes';
import { RunningEpisode } from './RunningEpisode';

interface ChildHealthProps {
  child: Child;
  /** All illnesses of this child. */
  episodes: readonly Episode[];
  now: Instant;
  onOpen: (opened: OpenSheet) => void;
}

/** The latest observations are shown at first; each tap on "earlier" adds a page. */
const INITIAL_COUNT = 6;
const PAGE_SIZE = 50;

/**
 * The health of one child: current illnesses, medicines that must wait, latest observations and
 * past illnesses.
 */
export function ChildHealth({ child, episodes, now, onOpen }: ChildHealthProps) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const hour = useNow(HOUR_MS);
  const formatUntil = useUntilText();
  const [shownCount, setShownCount] = useState(INITIAL_COUNT);
  // One row more than is shown is read, to know whether there are more.
  const latest = useLiveQuery(async () => {
    const rows = await readLatestObservations(db, child.id, shownCount + 1);
    return { rows: rows.slice(0, shownCount), hasMore: rows.length > shownCount };
  }, [db, child.id, shownCount]);
  const doses = useLiveQuery(() => readRecentDoses(db, child.id, hour), [db, child.id, hour]) ?? [];
  const newestFirst = [...episodes].sort((a, b) => (a.startDay < b.startDay ? 1 : -1));
  const pastEpisodes = newestFirst.filter(({ endDay }) => endDay !== null);
  return (
    <SettingsSection title={child.name}>
      {newestFirst
        .filter(({ endDay }) => endDay === null)
        .map((episode) => (
          <RunningEpisode
            key={episode.id}
            episode={episode}
            now={now}
            onEdit={() => onOpen({ kind: 'episode', child, row: episode })}
          />
        ))}
      {medicinesToWaitFor(doses, now).map(({ name, until }) => (
        <p key={name} className={styles.notBefore}>
          {t('health.waits', { name, time: formatUntil(until, now) })}
        </p>
      ))}
      {!child.archived && (
        <div className={styles.add}>
          {(['temperature', 'medicine', 'episode'] as const).map((kind) => (
            <Button key={kind} aria-label={t(`health.add.${kind}`)} onClick={() => onOpen({ kind, child, row: null })}>
              <Plus aria-hidden="true" size={20} />
              {t(`health.addName.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {latest && latest.rows.length > 0 && (
        <div className={styles.part}>
          <h3>{t('health.observations')}</h3>
          <ObservationList observations={latest.rows} now={now} onEdit={(row) => onOpen(sheetFor(child, row))} />
          {latest.hasMore && (
            <Button variant="quiet" onClick={() => setShownCount(shownCount + PAGE_SIZE)}>
              {t('health.earlier')}
            </Button>
          )}
        </div>
      )}
      {pastEpisodes.length > 0 && <PastEpisodes child={child} episodes={pastEpisodes} now={now} onOpen={onOpen} />}
    </SettingsSection>
  );
}

import { useState } from 'react';
import { Button } from '@/components/Button';
import type { Child } from '@/domain/rows/household';
import type { Episode } from '@/domain/rows/others';
import { useWords } from '@/i18n/language';
import type { Instant } from '@/lib/time';
import type { Opened } from './HealthSheets';
import styles from './health.module.css';
import { PastEpisode } from './PastEpisode';
import { useDays } from './useDays';

interface PastEpisodesProps {
  child: Child;
  /** The newest first. */
  episodes: readonly Episode[];
  now: Instant;
  onOpen: (opened: Opened) => void;
}

const FIRST = 6;
const PAGE = 24;

/** What is over, month by month. */
export function PastEpisodes({ child, episodes, now, onOpen }: PastEpisodesProps) {
  const { t } = useWords();
  const { month } = useDays(now);
  const [shown, setShown] = useState(FIRST);
  const page = episodes.slice(0, shown);
  const months = [...new Set(page.map(({ startDay }) => month(startDay)))];
  return (
    <div className={styles.part}>
      <h3>{t('health.past')}</h3>
      {months.map((name) => (
        <div key={name} className={styles.month}>
          <h4>{name}</h4>
          {page
            .filter(({ startDay }) => month(startDay) === name)
            .map((episode) => (
              <PastEpisode key={episode.id} child={child} episode={episode} now={now} onOpen={onOpen} />
            ))}
        </div>
      ))}
      {episodes.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + PAGE)}>
          {t('health.earlier')}
        </Button>
      )}
    </div>
  );
}

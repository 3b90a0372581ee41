import { useState } from 'react';
import { Button } from '@/components/Button';
import type { Child } from '@/domain/rows/household';
import type { Episode } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import type { OpenSheet } from './HealthSheets';
import styles from './health.module.css';
import { PastEpisode } from './PastEpisode';
import { useDayText } from './useDayText';

interface PastEpisodesProps {
  child: Child;
  /** Sorted from newest to oldest. */
  episodes: readonly Episode[];
  now: Instant;
  onOpen: (opened: OpenSheet) => void;
}

const INITIAL_COUNT = 6;
const PAGE_SIZE = 24;

/** The past illnesses of a child, grouped by month. */
export function PastEpisodes({ child, episodes, now, onOpen }: PastEpisodesProps) {
  const { t } = useTranslation();
  const { formatMonth } = useDayText(now);
  const [shownCount, setShownCount] = useState(INITIAL_COUNT);
  const visibleEpisodes = episodes.slice(0, shownCount);
  const months = [...new Set(visibleEpisodes.map(({ startDay }) => formatMonth(startDay)))];
  return (
    <div className={styles.part}>
      <h3>{t('health.past')}</h3>
      {months.map((month) => (
        <div key={month} className={styles.month}>
          <h4>{month}</h4>
          {visibleEpisodes
            .filter(({ startDay }) => formatMonth(startDay) === month)
            .map((episode) => (
              <PastEpisode key={episode.id} child={child} episode={episode} now={now} onOpen={onOpen} />
            ))}
        </div>
      ))}
      {episodes.length > shownCount && (
        <Button variant="quiet" onClick={() => setShownCount(shownCount + PAGE_SIZE)}>
          {t('health.earlier')}
        </Button>
      )}
    </div>
  );
}

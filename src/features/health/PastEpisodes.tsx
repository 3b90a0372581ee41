import { useState } from 'react';
import { Button } from '@/components/Button';
import type { Child } from '@/domain/rows/household';
import type { Episode } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import type { OpenSheet } from './HealthSheets';
import styles from './health.module.css';
import { PastEpisode } from './PastEpisode';
import { useDays } from './useDays';

interface PastEpisodesProps {
  child: Child;
  /** Sorted from newest to oldest. */
  episodes: readonly Episode[];
  now: Instant;
  onOpen: (opened: OpenSheet) => void;
}

const SHOWN_AT_FIRST = 6;
const PAGE_SIZE = 24;

/** The past illnesses of a child, grouped by month. */
export function PastEpisodes({ child, episodes, now, onOpen }: PastEpisodesProps) {
  const { t } = useTranslation();
  const { formatMonth } = useDays(now);
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const page = episodes.slice(0, shown);
  const months = [...new Set(page.map(({ startDay }) => formatMonth(startDay)))];
  return (
    <div className={styles.part}>
      <h3>{t('health.past')}</h3>
      {months.map((name) => (
        <div key={name} className={styles.month}>
          <h4>{name}</h4>
          {page
            .filter(({ startDay }) => formatMonth(startDay) === name)
            .map((episode) => (
              <PastEpisode key={episode.id} child={child} episode={episode} now={now} onOpen={onOpen} />
            ))}
        </div>
      ))}
      {episodes.length > shown && (
        <Button variant="quiet" onClick={() => setShown(shown + PAGE_SIZE)}>
          {t('health.earlier')}
        </Button>
      )}
    </div>
  );
}

import { Link } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { lastNightOver } from '@/domain/review/lastNight';
import type { NightRow } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useNow } from '@/hooks/useNow';
import { useWords } from '@/i18n/language';
import { type Day, MINUTE_MS } from '@/lib/time';
import { useReviewPassed } from '@/stores/review';
import styles from './review.module.css';

interface AllClearProps {
  /** What was said of the nights. */
  nights: readonly NightRow[];
  /** What was skipped and could still be asked. */
  passed: readonly string[];
  /** Whether there was anything to do. */
  worked: boolean;
}

/** The end of the review, and where to go from there. */
export function AllClear({ nights, passed, worked }: AllClearProps) {
  const { t } = useWords();
  const { household } = useHousehold();
  const bringBack = useReviewPassed((review) => review.bringBack);
  const rowOf = (night: Day) => nights.find(({ id }) => id === night) ?? null;
  const night = lastNightOver(household, rowOf, useNow(MINUTE_MS));
  const button = `${controls.button} ${controls.night}`;
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <h1>{t('review.title')}</h1>
      </header>
      <div className={styles.told} role="status">
        <h2 className={styles.clear}>{t(worked ? 'review.clear.title' : 'review.clear.emptyTitle')}</h2>
        <p className={styles.text}>{t(worked ? 'review.clear.text' : 'review.clear.emptyText')}</p>
      </div>
      <div className={styles.pad}>
        {passed.length > 0 && (
          <Button night look="quiet" onClick={() => bringBack(passed)}>
            {t('review.clear.again', { count: passed.length })}
          </Button>
        )}
        <Link href={`/nights/${night}`} className={button}>
          {t('review.clear.night')}
        </Link>
        <Link href={`/nights/${night}/post-mortem`} className={`${button} ${controls.primary}`}>
          {t('review.clear.postmortem')}
        </Link>
      </div>
    </main>
  );
}

import { Link } from 'wouter';
import { BackLink } from '@/components/BackLink';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { lastFinishedNight } from '@/domain/review/lastFinishedNight';
import type { NightRow } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useTranslation } from '@/i18n/useTranslation';
import { type Day, MINUTE_MS } from '@/lib/time';
import { useReviewSkips } from '@/stores/review';
import styles from './review.module.css';

interface AllClearProps {
  /** The rows of the last nights, from which the last finished night is found. */
  nightRows: readonly NightRow[];
  /** The ids of skipped questions that could still be asked. */
  skippedIds: readonly string[];
  /** True when at least one question was asked in this sitting. */
  hasAnswered: boolean;
}

/** The end of the review, with links to the night and to its post-mortem. */
export function AllClear({ nightRows, skippedIds, hasAnswered }: AllClearProps) {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const unskip = useReviewSkips((skips) => skips.unskip);
  const rowOf = (night: Day) => nightRows.find(({ id }) => id === night) ?? null;
  const night = lastFinishedNight(household, rowOf, useNow(MINUTE_MS));
  const buttonClass = `${controls.button} ${controls.night}`;
  return (
    <main className={styles.screen}>
      <BackLink href="/nights">{t('nights.title')}</BackLink>
      <header className={styles.head}>
        <h1>{t('review.title')}</h1>
      </header>
      <div className={styles.content} role="status">
        <h2 className={styles.clear}>{t(hasAnswered ? 'review.clear.title' : 'review.clear.emptyTitle')}</h2>
        <p className={styles.text}>{t(hasAnswered ? 'review.clear.text' : 'review.clear.emptyText')}</p>
      </div>
      <div className={styles.actions}>
        {skippedIds.length > 0 && (
          <Button night variant="quiet" onClick={() => unskip(skippedIds)}>
            {t('review.clear.again', { count: skippedIds.length })}
          </Button>
        )}
        <Link href={`/nights/${night}`} className={buttonClass}>
          {t('review.clear.night')}
        </Link>
        <Link href={`/nights/${night}/post-mortem`} className={`${buttonClass} ${controls.primary}`}>
          {t('review.clear.postmortem')}
        </Link>
      </div>
    </main>
  );
}

import { useState } from 'react';
import { Button } from '@/components/Button';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { WatchClock } from './WatchClock';
import styles from './watch.module.css';

/** "I'm up", or "I can't". */
export type PageReply = 'up' | 'declined';

/** The page takes the place of the clock: a tap that was meant for that is none on this. */
const SCREEN_CHANGE_MS = 600;

export interface PageCallProps {
  clock: string;
  childName: string;
  /** When the child woke, as the household's clock showed it. */
  wokeAt: string;
  /** Who pages; null if nobody knows. */
  pagedBy: string | null;
  level: 1 | 2;
  /** What is left of the time to answer; null once it is over. */
  secondsLeft: number | null;
  onReply: (reply: PageReply) => void;
}

/** A page: who woke, who pages, how much time is left, and two answers for one thumb. */
export function PageCall({ clock, childName, wokeAt, pagedBy, level, secondsLeft, onReply }: PageCallProps) {
  const { t } = useTranslation();
  const [shownAt] = useState(readClock);
  const reply = (answer: PageReply) => {
    if (Math.abs(readClock() - shownAt) >= SCREEN_CHANGE_MS) onReply(answer);
  };
  return (
    <main className={styles.watch} data-page="true">
      <div className={styles.facts}>
        <WatchClock time={clock} />
        <div role="alert">
          <h1>{t('watch.woke', { child: childName, time: wokeAt })}</h1>
          <p>{pagedBy === null ? t('watch.paged', { level }) : t('watch.pagedBy', { name: pagedBy, level })}</p>
        </div>
        {secondsLeft === null ? (
          <p className={styles.timeOver}>{t(level === 1 ? 'watch.timeOverNext' : 'watch.timeOver')}</p>
        ) : (
          <p className={styles.timeLeft} role="timer" aria-label={t('watch.timeLeft')}>
            {t('watch.seconds', { seconds: secondsLeft })}
          </p>
        )}
      </div>
      <div className={styles.answers}>
        {secondsLeft !== null && (
          <Button className={styles.cannot} onClick={() => reply('declined')}>
            {t('watch.cannot')}
          </Button>
        )}
        <Button variant="primary" className={styles.up} onClick={() => reply('up')}>
          {t('watch.up')}
        </Button>
      </div>
    </main>
  );
}

import type { CSSProperties } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { useTranslation } from '@/i18n/useTranslation';
import type { ClockPlace } from './clockPlace';
import { PageCall, type PageCallProps } from './PageCall';
import { WatchClock } from './WatchClock';
import styles from './watch.module.css';

/** A line below the clock. */
export interface WatchLine {
  /** What it is about: no two lines are about the same. */
  about: string;
  text: string;
  /** Whether it is told, rather than only there to be looked up. */
  isTold?: boolean;
}

export interface WatchProps {
  /** The time, as the household's clock shows it. */
  clock: string;
  place: ClockPlace;
  /** The name of whoever holds this phone; null if the phone does not know. */
  holderName: string | null;
  lines: readonly WatchLine[];
  /** The page that is to be answered; null while nobody pages. */
  page: Omit<PageCallProps, 'clock'> | null;
  /** Whether the holder is up with a child, so that the way to the night is offered. */
  isHolderUp: boolean;
  onEnd: () => void;
}

/** The phone on the night stand: a dim clock, or the page that is to be answered. */
export function Watch({ clock, place, holderName, lines, page, isHolderUp, onEnd }: WatchProps) {
  const { t } = useTranslation();
  if (page) return <PageCall clock={clock} {...page} />;
  return (
    <main
      className={styles.watch}
      style={{ '--clock-x': place.x.toFixed(3), '--clock-y': place.y.toFixed(3) } as CSSProperties}
    >
      <div className={styles.face}>
        <WatchClock time={clock} />
        <h1>{[t('watch.title'), holderName].filter(Boolean).join(' · ')}</h1>
        <div className={styles.lines} role="status">
          {lines.map(({ about, text, isTold = false }) => (
            <p key={about} data-told={isTold}>
              {text}
            </p>
          ))}
        </div>
      </div>
      <div className={styles.foot}>
        {isHolderUp && (
          <Link href="/" className={styles.openNight}>
            {t('watch.openNight')}
          </Link>
        )}
        <Button variant="quiet" night className={styles.end} onClick={onEnd}>
          {t('watch.end')}
        </Button>
      </div>
    </main>
  );
}

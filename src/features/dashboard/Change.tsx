import { useTranslation } from '@/i18n/useTranslation';
import styles from './dashboard.module.css';

interface ChangeProps {
  now: number | null;
  before: number | null;
  /** Formats an amount without a sign. */
  formatDifference: (difference: number) => string;
  /** The direction in which the figure improves. */
  better: 'less' | 'more';
  /** A smaller difference counts as no change. */
  minDifference: number;
  /**
   * One of several figures side by side: it has no room to write better or worse, and one of them
   * saying that there is nothing to compare with is enough.
   */
  isBrief?: boolean;
}

/**
 * Shows how a figure has changed since the range before: `3 min less ↓ · better`. The words say it,
 * never a colour.
 */
export function Change({ now, before, formatDifference, better, minDifference, isBrief = false }: ChangeProps) {
  const { t } = useTranslation();
  if (now === null || before === null)
    return isBrief ? null : <span className={styles.change}>{t('dashboard.change.none')}</span>;
  const difference = now - before;
  if (Math.abs(difference) < minDifference) return <span className={styles.change}>{t('dashboard.change.same')}</span>;
  const direction = difference < 0 ? 'less' : 'more';
  return (
    <span className={styles.change}>
      {t(`dashboard.change.${direction}`, { value: formatDifference(Math.abs(difference)) })}
      <span className={isBrief ? 'visually-hidden' : undefined}>
        {' '}
        {t(`dashboard.change.${direction === better ? 'better' : 'worse'}`)}
      </span>
    </span>
  );
}

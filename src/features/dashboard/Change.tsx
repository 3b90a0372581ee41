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
   * Shows nothing if there is no earlier range to compare with. Where several figures are shown,
   * one of them saying so is enough.
   */
  isSilentWithoutBefore?: boolean;
}

/**
 * Shows how a figure has changed since the range before: an arrow, the amount, and whether that is
 * better or worse, in words and not by colour alone.
 */
export function Change({ now, before, formatDifference, better, minDifference, isSilentWithoutBefore }: ChangeProps) {
  const { t } = useTranslation();
  if (now === null || before === null)
    return isSilentWithoutBefore ? null : <span className={styles.change}>{t('dashboard.change.none')}</span>;
  const difference = now - before;
  if (Math.abs(difference) < minDifference) return <span className={styles.change}>{t('dashboard.change.same')}</span>;
  const direction = difference < 0 ? 'less' : 'more';
  const tone = direction === better ? 'better' : 'worse';
  return (
    <span className={styles.change} data-tone={tone}>
      {t(`dashboard.change.${direction}`, { value: formatDifference(Math.abs(difference)) })}{' '}
      {t(`dashboard.change.${tone}`)}
    </span>
  );
}

import { useTranslation } from '@/i18n/useTranslation';
import styles from './dashboard.module.css';

interface ChangeProps {
  now: number | null;
  before: number | null;
  /** Says how much it is, without a sign. */
  formatDifference: (difference: number) => string;
  /** Which way is a relief. */
  better: 'less' | 'more';
  /** A difference smaller than this is none. */
  minDifference: number;
  /** Says nothing where there is nothing to compare with: among several, once is enough. */
  isSilentWithoutBefore?: boolean;
}

/** How a figure has changed against the range before: an arrow, how much, and whether that is a relief, in words and not by colour. */
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

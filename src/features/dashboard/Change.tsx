import { useWords } from '@/i18n/language';
import styles from './dashboard.module.css';

interface ChangeProps {
  now: number | null;
  before: number | null;
  /** Says how much it is, without a sign. */
  say: (difference: number) => string;
  /** Which way is a relief. */
  better: 'less' | 'more';
  /** A difference smaller than this is none. */
  least: number;
  /** Says nothing where there is nothing to compare with: among several, once is enough. */
  silent?: boolean;
}

/** How a figure has changed against the range before: an arrow, how much, and whether that is a relief, in words and not by colour. */
export function Change({ now, before, say, better, least, silent }: ChangeProps) {
  const { t } = useWords();
  if (now === null || before === null)
    return silent ? null : <span className={styles.change}>{t('dashboard.change.none')}</span>;
  const difference = now - before;
  if (Math.abs(difference) < least) return <span className={styles.change}>{t('dashboard.change.same')}</span>;
  const way = difference < 0 ? 'less' : 'more';
  const tone = way === better ? 'better' : 'worse';
  return (
    <span className={styles.change} data-tone={tone}>
      {t(`dashboard.change.${way}`, { value: say(Math.abs(difference)) })} {t(`dashboard.change.${tone}`)}
    </span>
  );
}

import { useWords } from '@/i18n/language';
import type { Report } from '@/metrics/paediatrician/computeReport';
import styles from './paper.module.css';
import { usePaperWords } from './usePaperWords';

/** What both pages begin with, should they ever be parted: whose, which nights, which page. */
export function PageHead({ report: { child, range }, page }: { report: Report; page: 1 | 2 }) {
  const { t } = useWords();
  const { longDay } = usePaperWords();
  return (
    <header className={styles.head} data-page={page}>
      <h2>{child.name}</h2>
      <p className={styles.period}>{t('paediatrician.period', { from: longDay(range.from), to: longDay(range.to) })}</p>
      <p>
        {t('paediatrician.heading')} · {t('paediatrician.page', { page })}
      </p>
    </header>
  );
}

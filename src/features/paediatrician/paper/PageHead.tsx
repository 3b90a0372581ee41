import { useTranslation } from '@/i18n/useTranslation';
import type { Report } from '@/metrics/paediatrician/computeReport';
import styles from './paper.module.css';
import { usePaperText } from './usePaperText';

/** What both pages begin with, should they ever be parted: whose, which nights, which page. */
export function PageHead({ report: { child, range }, page }: { report: Report; page: 1 | 2 }) {
  const { t } = useTranslation();
  const { formatLongDay } = usePaperText();
  return (
    <header className={styles.head} data-page={page}>
      <h2>{child.name}</h2>
      <p className={styles.period}>
        {t('paediatrician.period', { from: formatLongDay(range.from), to: formatLongDay(range.to) })}
      </p>
      <p>
        {t('paediatrician.heading')} · {t('paediatrician.page', { page })}
      </p>
    </header>
  );
}

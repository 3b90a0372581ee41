import { useTranslation } from '@/i18n/useTranslation';
import type { Report } from '@/metrics/paediatrician/computeReport';
import styles from './paper.module.css';
import { usePaperText } from './usePaperText';

/** The header of both pages, in case they get separated: child, nights and page number. */
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

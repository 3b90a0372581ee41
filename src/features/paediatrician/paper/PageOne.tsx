import { formatChildAge } from '@/hooks/formatChildAge';
import { useTranslation } from '@/i18n/useTranslation';
import type { Report } from '@/metrics/paediatrician/computeReport';
import { daysOfNights } from '@/metrics/paediatrician/healthFacts';
import { Footnotes } from './Footnotes';
import { Legend } from './Legend';
import { PageHead } from './PageHead';
import styles from './paper.module.css';
import { SleepChart } from './SleepChart';
import { Summary } from './Summary';
import { usePaperText } from './usePaperText';

/** Page one: the summary and the chart of the nights. */
export function PageOne({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { formatLongDay } = usePaperText();
  const { child, range, nights, observedNights } = report;
  const { birthDate } = child;
  const age = formatChildAge(child, daysOfNights(range).last, { t });
  return (
    <article className={styles.paper}>
      <PageHead report={report} page={1} />
      <p className={styles.facts}>
        {birthDate && age && (
          <span>
            {t('paediatrician.born', { date: formatLongDay(birthDate) })}, {t('paediatrician.ageThen', { age })}
          </span>
        )}
        <span>{t('paediatrician.logged', { observed: observedNights, nights: nights.length })}</span>
      </p>
      <Summary report={report} />
      <h3>
        {t('paediatrician.chart')}
        <small>{t('paediatrician.chartSays')}</small>
      </h3>
      <SleepChart report={report} />
      <Legend report={report} />
      <Footnotes report={report} />
    </article>
  );
}

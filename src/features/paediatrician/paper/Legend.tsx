import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import type { Report } from '@/metrics/paediatrician/computeReport';
import { HatchedBox } from './HatchedBox';
import styles from './paper.module.css';

/** The legend of the chart. It explains only the marks that occur in this report. */
export function Legend({ report: { rows, observedNights, nights, episodes } }: { report: Report }) {
  const { t } = useTranslation();
  const hasGuessedEnds = rows.some(({ awake }) =>
    awake.some(({ isStartEstimated, isEndEstimated }) => isStartEstimated || isEndEstimated),
  );
  return (
    <ul className={styles.legend} aria-hidden="true">
      <LegendItem name={t('paediatrician.legend.night')}>
        <rect className={styles.night} width="24" height="14" />
      </LegendItem>
      <LegendItem name={t('paediatrician.legend.cry')}>
        <rect className={styles.night} width="24" height="14" />
        <rect className={styles.awake} x="11" width="1.5" height="14" />
      </LegendItem>
      <LegendItem name={t('paediatrician.legend.awake')}>
        <rect className={styles.night} width="24" height="14" />
        <rect className={styles.awake} x="6" y="4" width="12" height="10" />
      </LegendItem>
      {hasGuessedEnds && (
        <LegendItem name={t('paediatrician.legend.vague')}>
          <rect className={styles.awake} x="2" y="4" width="11" height="10" />
          <HatchedBox x={13} y={4} width={9} height={10} />
          <rect className={styles.frame} x="2" y="4" width="20" height="10" />
        </LegendItem>
      )}
      {observedNights < nights.length && (
        <LegendItem name={t('paediatrician.legend.notLogged')}>
          <rect className={styles.gap} x="0.5" y="1" width="23" height="12" />
        </LegendItem>
      )}
      {episodes.length > 0 && (
        <LegendItem name={t('paediatrician.legend.illness')}>
          <path className={styles.bracket} d="M9 1h4v12h-4" />
        </LegendItem>
      )}
    </ul>
  );
}

function LegendItem({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li>
      <svg width="24" height="14" viewBox="0 0 24 14">
        {children}
      </svg>
      {name}
    </li>
  );
}

import type { ReactNode } from 'react';
import { useWords } from '@/i18n/language';
import type { Report } from '@/metrics/paediatrician/computeReport';
import styles from './paper.module.css';
import { Vague } from './Vague';

/** What the marks of the chart mean: those that are in it. */
export function Legend({ report: { rows, observedNights, nights, episodes } }: { report: Report }) {
  const { t } = useWords();
  const isVague = rows.some(({ awake }) => awake.some(({ vagueStart, vagueEnd }) => vagueStart || vagueEnd));
  return (
    <ul className={styles.legend} aria-hidden="true">
      <Mark name={t('paediatrician.legend.night')}>
        <rect className={styles.night} width="24" height="14" />
      </Mark>
      <Mark name={t('paediatrician.legend.cry')}>
        <rect className={styles.night} width="24" height="14" />
        <rect className={styles.awake} x="11" width="1.5" height="14" />
      </Mark>
      <Mark name={t('paediatrician.legend.awake')}>
        <rect className={styles.night} width="24" height="14" />
        <rect className={styles.awake} x="6" y="4" width="12" height="10" />
      </Mark>
      {isVague && (
        <Mark name={t('paediatrician.legend.vague')}>
          <rect className={styles.awake} x="2" y="4" width="11" height="10" />
          <Vague x={13} y={4} width={9} height={10} />
          <rect className={styles.frame} x="2" y="4" width="20" height="10" />
        </Mark>
      )}
      {observedNights < nights.length && (
        <Mark name={t('paediatrician.legend.notLogged')}>
          <rect className={styles.gap} x="0.5" y="1" width="23" height="12" />
        </Mark>
      )}
      {episodes.length > 0 && (
        <Mark name={t('paediatrician.legend.illness')}>
          <path className={styles.bracket} d="M9 1h4v12h-4" />
        </Mark>
      )}
    </ul>
  );
}

function Mark({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li>
      <svg width="24" height="14" viewBox="0 0 24 14">
        {children}
      </svg>
      {name}
    </li>
  );
}

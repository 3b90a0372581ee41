import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './paper.module.css';

interface ReportListProps {
  title: string;
  /** How many are not shown for want of room. */
  omittedCount: number;
  /** Nothing at all: that is said. */
  isEmpty: boolean;
  /** Between the title and the lines. */
  chart?: ReactNode;
  children: ReactNode;
}

/** A section of the second page: lines, and a last one that says how many more there are in the app. */
export function ReportList({ title, omittedCount, isEmpty, chart, children }: ReportListProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {isEmpty && <p className={styles.empty}>{t('paediatrician.none')}</p>}
      {chart}
      <ul className={styles.list}>
        {children}
        {omittedCount > 0 && <li className={styles.omitted}>{t('paediatrician.left', { count: omittedCount })}</li>}
      </ul>
    </section>
  );
}

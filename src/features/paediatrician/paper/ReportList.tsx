import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './paper.module.css';

interface ReportListProps {
  title: string;
  /** How many items are not shown for lack of room. */
  omittedCount: number;
  /** True when there is nothing to list; the section then shows a text in place of items. */
  isEmpty: boolean;
  /** An optional chart between the title and the lines. */
  chart?: ReactNode;
  children: ReactNode;
}

/** A list on page two. If items are left out, the last line says how many more are in the app. */
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

import type { ReactNode } from 'react';
import { useWords } from '@/i18n/language';
import styles from './paper.module.css';

interface ListProps {
  title: string;
  /** How many are not shown for want of room. */
  left: number;
  /** Nothing at all: that is said. */
  isEmpty: boolean;
  /** Between the title and the lines. */
  chart?: ReactNode;
  children: ReactNode;
}

/** A section of the second page: lines, and a last one that says how many more there are in the app. */
export function List({ title, left, isEmpty, chart, children }: ListProps) {
  const { t } = useWords();
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {isEmpty && <p className={styles.none}>{t('paediatrician.none')}</p>}
      {chart}
      <ul className={styles.list}>
        {children}
        {left > 0 && <li className={styles.left}>{t('paediatrician.left', { count: left })}</li>}
      </ul>
    </section>
  );
}

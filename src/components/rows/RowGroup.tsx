import { type ReactNode, useId } from 'react';
import styles from './rows.module.css';

interface RowGroupProps {
  /** Without a title, the group needs none because its page has it. */
  title?: string;
  children: ReactNode;
}

/** A group of rows, as the settings of a phone have them. */
export function RowGroup({ title, children }: RowGroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={title && id}>
      {title && (
        <h2 id={id} className={styles.groupTitle}>
          {title}
        </h2>
      )}
      <ul className={styles.group}>{children}</ul>
    </section>
  );
}

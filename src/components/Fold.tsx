import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactNode, useId } from 'react';
import styles from './page.module.css';

/** A part of a page that is closed at first; its heading opens it. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <details className={styles.fold}>
        <summary>
          <h2 id={id}>{title}</h2>
          <ChevronDown aria-hidden="true" size={20} />
        </summary>
        {children}
      </details>
    </section>
  );
}

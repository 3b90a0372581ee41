import type { CSSProperties } from 'react';
import type { Color } from '@/domain/rows/fields';
import styles from './PersonMark.module.css';

/** A child's or caregiver's colour with the initial: colour alone never tells people apart. */
export function Avatar({ name, color }: { name: string; color: Color }) {
  const [initial = '?'] = [...new Intl.Segmenter().segment(name.trim())].map(({ segment }) => segment);
  return (
    <span className={styles.avatar} style={{ '--person': `var(--c-${color})` } as CSSProperties} aria-hidden="true">
      {initial.toLocaleUpperCase()}
    </span>
  );
}

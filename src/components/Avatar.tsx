import type { CSSProperties } from 'react';
import type { Color } from '@/domain/rows/fields';
import styles from './Avatar.module.css';

/**
 * Draws the colour and the initial of a child or a caregiver. The initial is needed because colour
 * alone must never tell people apart.
 */
export function Avatar({ name, color }: { name: string; color: Color }) {
  // A segment is what people see as one character, for example an emoji of several code points.
  const [initial = '?'] = [...new Intl.Segmenter().segment(name.trim())].map(({ segment }) => segment);
  return (
    <span className={styles.avatar} style={{ '--person': `var(--c-${color})` } as CSSProperties} aria-hidden="true">
      {initial.toLocaleUpperCase()}
    </span>
  );
}

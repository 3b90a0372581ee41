import type { CSSProperties } from 'react';
import type { Color } from '@/domain/rows/fields';
import { initialOf } from '@/lib/initialOf';
import styles from './Avatar.module.css';

/**
 * Draws the colour and the initial of a child or a caregiver. The initial is needed because colour
 * alone must never tell people apart.
 */
export function Avatar({ name, color }: { name: string; color: Color }) {
  return (
    <span className={styles.avatar} style={{ '--person': `var(--c-${color})` } as CSSProperties} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}

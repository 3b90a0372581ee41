import type { CSSProperties } from 'react';
import type { Color } from '@/domain/rows/fields';
import { initialOf } from '@/lib/initialOf';
import styles from './Avatar.module.css';

interface AvatarProps {
  name: string;
  /** The hue of a caregiver. A child has none, because hues belong to those who get up. */
  color?: Color;
}

/**
 * Draws the initial of a child on a neutral ground, or that of a caregiver on the caregiver's hue.
 * The initial is needed because colour alone must never tell people apart.
 */
export function Avatar({ name, color }: AvatarProps) {
  const paint = color && ({ '--person': `var(--c-${color})`, '--letter': 'var(--on-color)' } as CSSProperties);
  return (
    <span className={styles.avatar} style={paint} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}

import type { CSSProperties } from 'react';
import styles from './charts.module.css';

export interface LegendItem {
  name: string;
  /** A custom property of the theme; none for what is told by its look alone. */
  color?: string;
  variant: 'solid' | 'hatched' | 'dotted' | 'actual' | 'planned' | 'line' | 'band' | 'gap';
}

/** What the marks of a chart stand for; pattern and colour, so that either will do. */
export function Legend({ marks: items }: { marks: readonly LegendItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.legend} aria-hidden="true">
      {items.map(({ name, color, variant }) => (
        <li key={name}>
          <span data-look={variant} style={{ '--paint': `var(${color ?? '--muted'})` } as CSSProperties} />
          {name}
        </li>
      ))}
    </ul>
  );
}

import type { CSSProperties } from 'react';
import styles from './charts.module.css';

export interface Mark {
  name: string;
  /** A custom property of the theme; none for what is told by its look alone. */
  color?: string;
  look: 'solid' | 'hatched' | 'dotted' | 'actual' | 'planned' | 'line' | 'band' | 'gap';
}

/** What the marks of a chart stand for; pattern and colour, so that either will do. */
export function Legend({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <ul className={styles.legend} aria-hidden="true">
      {marks.map(({ name, color, look }) => (
        <li key={name}>
          <span data-look={look} style={{ '--paint': `var(${color ?? '--muted'})` } as CSSProperties} />
          {name}
        </li>
      ))}
    </ul>
  );
}

import type { CSSProperties } from 'react';
import styles from './charts.module.css';

export interface LegendItem {
  name: string;
  /** A custom property of the theme; undefined for a mark that its pattern alone identifies. */
  color?: string | undefined;
  variant:
    | 'solid'
    | 'hatched'
    | 'dotted'
    | 'dot'
    | 'line-solid'
    | 'line-hatched'
    | 'line-dotted'
    | 'actual'
    | 'planned'
    | 'line'
    | 'band'
    | 'gap';
}

/** Explains the marks of a chart by both pattern and colour, so that either is enough. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
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

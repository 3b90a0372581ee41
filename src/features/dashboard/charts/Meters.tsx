import type { CSSProperties } from 'react';
import styles from './charts.module.css';
import { Legend } from './Legend';

interface Meter {
  id: string;
  name: string;
  /** What stands at its end. */
  value: string;
  color: string;
  /** Made of too few cases to say. */
  hasTooFewCases?: boolean;
  /** 0 to 1, each as a bar of its own; null where it is not known. */
  parts: readonly { part: number | null; look: 'actual' | 'planned' }[];
}

interface MetersProps {
  meters: readonly Meter[];
  /** What the full and the hatched bars stand for, where there are both. */
  legend?: { actual: string; planned: string };
}

/** Named parts of a whole, one below the other: the most legible chart for a few of them. */
export function Meters({ meters, legend }: MetersProps) {
  return (
    <div className={styles.meters} aria-hidden="true">
      {legend && (
        <Legend
          marks={[
            { name: legend.actual, variant: 'actual' },
            { name: legend.planned, variant: 'planned' },
          ]}
        />
      )}
      {meters.map(({ id, name, value, color, hasTooFewCases, parts }) => (
        <div key={id} className={styles.meter} data-few={hasTooFewCases}>
          <strong>{name}</strong>
          <span className={styles.value}>{value}</span>
          <div className={styles.bars}>
            {parts.map(({ part, look }) =>
              part === null ? null : (
                <div key={look} className={styles.track} data-look={look}>
                  <div
                    className={styles.fill}
                    style={{ '--part': part, '--paint': `var(${color})` } as CSSProperties}
                  />
                </div>
              ),
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

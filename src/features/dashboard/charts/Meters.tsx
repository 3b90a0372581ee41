import type { CSSProperties } from 'react';
import styles from './charts.module.css';
import { Legend } from './Legend';

export interface Meter {
  id: string;
  name: string;
  /** The text at the end of the bar. */
  value: string;
  /** A caregiver's colour, as a custom property of the theme; nothing else has a colour. */
  color?: string;
  /** Whether the value comes from too few cases to say much. */
  hasTooFewCases?: boolean;
  /** Each part is a bar from 0 to 1; null if the part is unknown. */
  parts: readonly { part: number | null; look: 'actual' | 'planned' }[];
}

interface MetersProps {
  meters: readonly Meter[];
  /** What the full and the hatched bars mean, if both occur. */
  legend?: { actual: string; planned: string };
}

/** A card draws the first few of a sorted list; its table has all of them. */
export const MAX_METERS = 4;

/**
 * Draws named parts of a whole as bars, one below the other. For a few parts this is the most
 * legible chart.
 */
export function Meters({ meters, legend }: MetersProps) {
  return (
    <div className={styles.meters} aria-hidden="true">
      {legend && (
        <Legend
          items={[
            { name: legend.actual, variant: 'actual' },
            { name: legend.planned, variant: 'planned' },
          ]}
        />
      )}
      {meters.map(({ id, name, value, color = '--muted', hasTooFewCases, parts }) => (
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

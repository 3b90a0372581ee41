import type { CSSProperties } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import styles from './NightStrip.module.css';

/** Says whose colour and pattern is whose in the strips of the nights. */
export function StripLegend() {
  const { caregivers } = useHousehold();
  return (
    <p className={styles.legend}>
      {caregivers.map(
        ({ id, name, color, archived }, index) =>
          !archived && (
            <span key={id}>
              <span className={styles.stretch}>
                <i data-pattern={index % 4} style={{ '--person': `var(--c-${color})` } as CSSProperties} />
              </span>
              {name}
            </span>
          ),
      )}
    </p>
  );
}

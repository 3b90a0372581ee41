import type { CSSProperties } from 'react';
import type { AwakeStretch } from '@/domain/awakeStretches';
import type { NightWindow } from '@/domain/night';
import { useHousehold } from '@/hooks/useHousehold';
import { initialOf } from '@/lib/initialOf';
import type { Instant } from '@/lib/time';
import styles from './NightStrip.module.css';

interface NightStripProps {
  window: NightWindow;
  stretches: readonly AwakeStretch[];
  /** One lane for each child, in this order. */
  lanes: readonly { id: string; name: string }[];
  /** The present instant, drawn as a line; null once the night is over. */
  now: Instant | null;
  /** The strip's content in words, for screen readers. */
  label: string;
  /** The texts under the two ends of the strip. Without them no text is shown there. */
  endLabels?: readonly [string, string];
}

/** How many patterns there are; they are those of the raster (raster/FillPatterns.tsx). */
const PATTERNS = 4;

/** A household without children has one lane, too. */
const ONE_LANE = [{ id: '', name: '' }];

/**
 * Draws a night as a band from its start to its end, with a lane for each child and a mark for each
 * stretch in which it was awake, in the colour and the pattern of who was up; with two of them, one
 * above the other.
 */
export function NightStrip({ window, stretches, lanes, now, label, endLabels }: NightStripProps) {
  const { caregivers } = useHousehold();
  const placeOf = (at: number) => `${((at - window.start) / (window.end - window.start)) * 100}%`;
  const children = lanes.length > 0 ? lanes : ONE_LANE;
  const hasInitials = children.length > 1;
  // A child without a lane is drawn in the first one.
  const laneOf = (childId: string) => children.find(({ id }) => id === childId) ?? children[0];

  return (
    <div className={styles.strip} data-several={hasInitials}>
      <div className={styles.lanes} role="img" aria-label={label}>
        {children.map((child) => (
          <div key={child.id} className={styles.lane} data-initial={hasInitials ? initialOf(child.name) : undefined}>
            {stretches
              .filter(({ childId }) => laneOf(childId) === child)
              .map(({ incidentId, from, to, caregiverIds }) => (
                <div
                  key={`${incidentId} ${from}`}
                  className={styles.stretch}
                  style={{ left: placeOf(from), width: placeOf(window.start + to - from) }}
                >
                  {caregivers.map(
                    ({ id, color }, index) =>
                      caregiverIds.includes(id) && (
                        <i
                          key={id}
                          data-pattern={index % PATTERNS}
                          style={{ '--person': `var(--c-${color})` } as CSSProperties}
                        />
                      ),
                  )}
                </div>
              ))}
            {now !== null && <div className={styles.now} style={{ left: placeOf(now) }} />}
          </div>
        ))}
      </div>
      {endLabels && (
        <div className={styles.endLabels} aria-hidden="true">
          <span>{endLabels[0]}</span>
          <span>{endLabels[1]}</span>
        </div>
      )}
    </div>
  );
}

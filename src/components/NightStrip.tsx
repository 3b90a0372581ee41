import type { AwakeStretch } from '@/domain/awakeStretches';
import type { NightWindow } from '@/domain/night';
import type { Color } from '@/domain/rows/fields';
import type { Instant } from '@/lib/time';
import styles from './NightStrip.module.css';

interface NightStripProps {
  window: NightWindow;
  stretches: readonly AwakeStretch[];
  /** One lane for each child, in this order. */
  lanes: readonly { id: string; color: Color }[];
  /** The present instant, drawn as a line; null once the night is over. */
  now: Instant | null;
  /** The strip's content in words, for screen readers. */
  label: string;
  /** The texts under the two ends of the strip. Without them no text is shown there. */
  endLabels?: readonly [string, string];
}

/**
 * The strip is drawn in these units and stretched to the available width. A wake-up of one minute
 * must still be visible.
 */
const WIDTH = 1000;
const HEIGHT = 28;
const MIN_MARK_WIDTH = 4;

/**
 * Draws a night as a band from its start to its end, with a mark for each stretch in which somebody
 * was awake.
 */
export function NightStrip({ window, stretches, lanes, now, label, endLabels }: NightStripProps) {
  const lengthMs = window.end - window.start;
  const xOf = (at: number) => ((at - window.start) / lengthMs) * WIDTH;
  const laneHeight = HEIGHT / Math.max(1, lanes.length);

  return (
    <div>
      <svg
        className={styles.strip}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        height={HEIGHT}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <rect className={styles.ground} width={WIDTH} height={HEIGHT} rx="6" />
        {stretches.map(({ incidentId, childId, from, to }) => {
          // A child without a lane is drawn in the first one.
          const laneIndex = Math.max(
            0,
            lanes.findIndex(({ id }) => id === childId),
          );
          return (
            <rect
              key={`${incidentId} ${from}`}
              x={xOf(from)}
              y={laneIndex * laneHeight + 2}
              width={Math.max(MIN_MARK_WIDTH, xOf(to) - xOf(from))}
              height={laneHeight - 4}
              fill={`var(--c-${lanes[laneIndex]?.color ?? 'grey'})`}
            />
          );
        })}
        {now !== null && <line className={styles.now} x1={xOf(now)} x2={xOf(now)} y1={-3} y2={HEIGHT + 3} />}
      </svg>
      {endLabels && (
        <div className={styles.endLabels} aria-hidden="true">
          <span>{endLabels[0]}</span>
          <span>{endLabels[1]}</span>
        </div>
      )}
    </div>
  );
}

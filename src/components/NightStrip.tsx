import type { NightWindow } from '@/domain/night';
import type { Color } from '@/domain/rows/fields';
import type { AwakeStretch } from '@/domain/strip';
import type { Instant } from '@/lib/time';
import styles from './NightStrip.module.css';

interface NightStripProps {
  window: NightWindow;
  stretches: readonly AwakeStretch[];
  /** One lane a child, in this order. */
  lanes: readonly { id: string; color: Color }[];
  /** Where the night is now; null once it is over. */
  now: Instant | null;
  /** Says in words what the strip shows. */
  label: string;
  /** What stands under its two ends; nothing without. */
  ends?: readonly [string, string];
}

/** Drawn in these units and stretched to the width there is; a wake-up of a minute must still be seen. */
const WIDTH = 1000;
const HEIGHT = 28;
const THINNEST = 4;

/** A night as a band from its start to its end, with a mark for each stretch somebody was awake. */
export function NightStrip({ window, stretches, lanes, now, label, ends }: NightStripProps) {
  const length = window.end - window.start;
  const x = (at: number) => ((at - window.start) / length) * WIDTH;
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
          const lane = Math.max(
            0,
            lanes.findIndex(({ id }) => id === childId),
          );
          return (
            <rect
              key={`${incidentId} ${from}`}
              x={x(from)}
              y={lane * laneHeight + 2}
              width={Math.max(THINNEST, x(to) - x(from))}
              height={laneHeight - 4}
              fill={`var(--c-${lanes[lane]?.color ?? 'grey'})`}
            />
          );
        })}
        {now !== null && <line className={styles.now} x1={x(now)} x2={x(now)} y1={-3} y2={HEIGHT + 3} />}
      </svg>
      {ends && (
        <div className={styles.ends} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}

import type { SleepRow } from '@/metrics/paediatrician/sleepRow';
import { HatchedBox } from './HatchedBox';
import styles from './paper.module.css';

/** The space above and below each row's marks, in pixels. */
const MARGIN = 2;
/**
 * The black box leaves this share of the row free at its top, so that the stroke at a cry stands
 * out above it.
 */
const AWAKE_TOP_SHARE = 0.26;
/** A wake-up of one minute must still be visible. */
const MIN_MARK_WIDTH = 1.5;
/** The maximum width of the hatched part at an estimated end. */
const HATCH_WIDTH = 9;

interface SleepRowProps {
  row: SleepRow;
  height: number;
  /** Returns the x position of a minute, counted from noon. */
  xOfMinute: (minute: number) => number;
}

const boxOf = (xOfMinute: SleepRowProps['xOfMinute'], { start, minutes }: { start: number; minutes: number }) => ({
  x: xOfMinute(start),
  width: xOfMinute(start + minutes) - xOfMinute(start),
});

/** The grey background of the night hours of one row. */
export function NightHours({ row: { observed, hours }, height, xOfMinute }: SleepRowProps) {
  if (!observed) return null;
  return hours.map((hour) => (
    <rect
      key={hour.start}
      className={styles.night}
      {...boxOf(xOfMinute, hour)}
      y={MARGIN}
      height={height - 2 * MARGIN}
    />
  ));
}

/** The times in which the child was awake, and the strokes at which a cry began. */
export function Wakings({ row: { awake, cries }, height, xOfMinute }: SleepRowProps) {
  const top = MARGIN + AWAKE_TOP_SHARE * (height - 2 * MARGIN);
  const awakeBox = { y: top, height: height - MARGIN - top };
  return (
    <>
      {awake.map(({ isStartEstimated, isEndEstimated, ...span }) => {
        const { x, width } = boxOf(xOfMinute, span);
        const markWidth = Math.max(MIN_MARK_WIDTH, width);
        const hatchWidth = Math.min(HATCH_WIDTH, markWidth / (isStartEstimated && isEndEstimated ? 2 : 1));
        return (
          <g key={`${span.start} ${span.minutes}`}>
            {isStartEstimated && <HatchedBox x={x} width={hatchWidth} {...awakeBox} />}
            {isEndEstimated && <HatchedBox x={x + markWidth - hatchWidth} width={hatchWidth} {...awakeBox} />}
            <rect
              className={isStartEstimated || isEndEstimated ? styles.frame : styles.awake}
              x={x}
              width={markWidth}
              {...awakeBox}
            />
            {(isStartEstimated || isEndEstimated) && markWidth > hatchWidth && (
              <rect
                className={styles.awake}
                x={isStartEstimated ? x + hatchWidth : x}
                width={markWidth - (isStartEstimated ? hatchWidth : 0) - (isEndEstimated ? hatchWidth : 0)}
                {...awakeBox}
              />
            )}
          </g>
        );
      })}
      {cries.map((minute, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: two cries may have the same minute
          key={index}
          className={styles.awake}
          x={xOfMinute(minute)}
          width={MIN_MARK_WIDTH}
          y={MARGIN}
          height={top}
        />
      ))}
    </>
  );
}

/**
 * An empty frame for a night that nobody logged, so that it does not look like a night without a
 * wake-up.
 */
export function Unlogged({ row: { hours }, height, xOfMinute, label }: SleepRowProps & { label: string }) {
  const [first, last] = [hours[0], hours.at(-1)];
  if (!first || !last) return null;
  const frame = boxOf(xOfMinute, { start: first.start, minutes: last.start + last.minutes - first.start });
  return (
    <>
      <rect className={styles.gap} {...frame} y={MARGIN} height={height - 2 * MARGIN} />
      <text
        className={styles.unknown}
        x={frame.x + frame.width / 2}
        y={height / 2}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {label}
      </text>
    </>
  );
}

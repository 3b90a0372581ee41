import type { SleepRow } from '@/metrics/paediatrician/sleepRow';
import { HatchedBox } from './HatchedBox';
import styles from './paper.module.css';

/** Between two lines of the chart. */
const MARGIN = 2;
/** The stroke at a cry stands out above what is black. */
const AWAKE_TOP_SHARE = 0.26;
/** A wake-up of a minute must still be seen. */
const MIN_MARK_WIDTH = 1.5;
/** As much of an end that was guessed is hatched, where there is as much. */
const HATCH_WIDTH = 9;

interface SleepRowProps {
  row: SleepRow;
  height: number;
  /** Where a minute after noon lies. */
  xOfMinute: (minute: number) => number;
}

const boxOf = (along: SleepRowProps['xOfMinute'], { start, minutes }: { start: number; minutes: number }) => ({
  x: along(start),
  width: along(start + minutes) - along(start),
});

/** The hours of a night, behind the lines of the clock. */
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

/** When the child was awake and began to cry, by the clock. */
export function Wakings({ row: { awake, cries }, height, xOfMinute }: SleepRowProps) {
  const top = MARGIN + AWAKE_TOP_SHARE * (height - 2 * MARGIN);
  const awakeBox = { y: top, height: height - MARGIN - top };
  return (
    <>
      {awake.map(({ isStartEstimated, isEndEstimated, ...place }) => {
        const { x, width } = boxOf(xOfMinute, place);
        const wide = Math.max(MIN_MARK_WIDTH, width);
        const vague = Math.min(HATCH_WIDTH, wide / (isStartEstimated && isEndEstimated ? 2 : 1));
        return (
          <g key={`${place.start} ${place.minutes}`}>
            {isStartEstimated && <HatchedBox x={x} width={vague} {...awakeBox} />}
            {isEndEstimated && <HatchedBox x={x + wide - vague} width={vague} {...awakeBox} />}
            <rect
              className={isStartEstimated || isEndEstimated ? styles.frame : styles.awake}
              x={x}
              width={wide}
              {...awakeBox}
            />
            {(isStartEstimated || isEndEstimated) && wide > vague && (
              <rect
                className={styles.awake}
                x={isStartEstimated ? x + vague : x}
                width={wide - (isStartEstimated ? vague : 0) - (isEndEstimated ? vague : 0)}
                {...awakeBox}
              />
            )}
          </g>
        );
      })}
      {cries.map((minute, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: two cries may be at one minute
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

/** A night that nobody logged: one empty frame that says so. It looks like no night that was slept through. */
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

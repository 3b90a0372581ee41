import type { SleepRow } from '@/metrics/paediatrician/sleepRow';
import styles from './paper.module.css';
import { Vague } from './Vague';

/** Between two lines of the chart. */
const MARGIN = 2;
/** The stroke at a cry stands out above what is black. */
const CRY = 0.26;
/** A wake-up of a minute must still be seen. */
const THINNEST = 1.5;
/** As much of an end that was guessed is hatched, where there is as much. */
const VAGUE = 9;

interface RowProps {
  row: SleepRow;
  height: number;
  /** Where a minute after noon lies. */
  along: (minute: number) => number;
}

const boxOf = (along: RowProps['along'], { start, minutes }: { start: number; minutes: number }) => ({
  x: along(start),
  width: along(start + minutes) - along(start),
});

/** The hours of a night, behind the lines of the clock. */
export function NightHours({ row: { observed, hours }, height, along }: RowProps) {
  if (!observed) return null;
  return hours.map((hour) => (
    <rect key={hour.start} className={styles.night} {...boxOf(along, hour)} y={MARGIN} height={height - 2 * MARGIN} />
  ));
}

/** When the child was awake and began to cry, by the clock. */
export function Wakings({ row: { awake, cries }, height, along }: RowProps) {
  const top = MARGIN + CRY * (height - 2 * MARGIN);
  const low = { y: top, height: height - MARGIN - top };
  return (
    <>
      {awake.map(({ vagueStart, vagueEnd, ...place }) => {
        const { x, width } = boxOf(along, place);
        const wide = Math.max(THINNEST, width);
        const vague = Math.min(VAGUE, wide / (vagueStart && vagueEnd ? 2 : 1));
        return (
          <g key={`${place.start} ${place.minutes}`}>
            {vagueStart && <Vague x={x} width={vague} {...low} />}
            {vagueEnd && <Vague x={x + wide - vague} width={vague} {...low} />}
            <rect className={vagueStart || vagueEnd ? styles.frame : styles.awake} x={x} width={wide} {...low} />
            {(vagueStart || vagueEnd) && wide > vague && (
              <rect
                className={styles.awake}
                x={vagueStart ? x + vague : x}
                width={wide - (vagueStart ? vague : 0) - (vagueEnd ? vague : 0)}
                {...low}
              />
            )}
          </g>
        );
      })}
      {cries.map((minute, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two cries may be at one minute
        <rect key={index} className={styles.awake} x={along(minute)} width={THINNEST} y={MARGIN} height={top} />
      ))}
    </>
  );
}

/** A night that nobody logged: one empty frame that says so. It looks like no night that was slept through. */
export function Unlogged({ row: { hours }, height, along, says }: RowProps & { says: string }) {
  const [first, last] = [hours[0], hours.at(-1)];
  if (!first || !last) return null;
  const frame = boxOf(along, { start: first.start, minutes: last.start + last.minutes - first.start });
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
        {says}
      </text>
    </>
  );
}

import { useHousehold } from '@/hooks/useHousehold';
import { DAY_MS, type Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import type { TemperatureDay } from '@/metrics/paediatrician/healthFacts';
import styles from './paper.module.css';
import { usePaperText } from './usePaperText';

/** The lines of a list it stands in the place of. */
export const CURVE_LINES = 7;

const [WIDTH, HEIGHT] = [338, 108];
const [LEFT, TOP, BOTTOM] = [24, 8, 18];
/** Whole degrees that are drawn in any case, so that one curve looks like the next. */
const [FROM, TO] = [36, 40];
/** So many have room above each other. */
const DEGREE_LABELS = 6;

/**
 * Every temperature, by the clock on the wall, from the first day on which one was taken to the last. Points that lie within a day of
 * each other are joined.
 *
 * @param days the latest first
 */
export function TemperatureCurve({ days }: { days: readonly TemperatureDay[] }) {
  const { timeZone } = useHousehold().household;
  const { formatNumber, formatShortDay } = usePaperText();
  const points = days.flatMap(({ taken }) => taken).sort((a, b) => a.at - b.at);
  const [first, last] = [days.at(-1)?.day, days[0]?.day];
  if (first === undefined || last === undefined) return null;
  const low = Math.min(FROM, ...points.map(({ celsius }) => Math.floor(celsius)));
  const high = Math.max(TO, ...points.map(({ celsius }) => Math.ceil(celsius)));
  const start = Date.parse(first);
  const count = (Date.parse(last) - start) / DAY_MS + 1;
  const xOfOffset = (ms: number) => LEFT + (ms / (count * DAY_MS)) * (WIDTH - LEFT);
  const x = (at: Instant) => {
    const { day, time } = wallClockAt(at, timeZone);
    return xOfOffset(Date.parse(`${day}T${time}:00.000Z`) - start);
  };
  const y = (celsius: number) => TOP + ((high - celsius) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const degrees = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const path = points.map(({ at, celsius }, index) => {
    const previous = points[index - 1];
    return `${previous && at - previous.at <= DAY_MS ? 'L' : 'M'}${round(x(at))} ${round(y(celsius))}`;
  });
  return (
    <svg className={styles.curve} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {degrees.map((degree) => (
        <g key={degree}>
          <line className={styles.hour} x1={LEFT} x2={WIDTH} y1={y(degree)} y2={y(degree)} />
          {(degree - low) % Math.ceil(degrees.length / DEGREE_LABELS) === 0 && (
            <text x={LEFT - 5} y={y(degree)} textAnchor="end" dominantBaseline="central">
              {formatNumber(degree)}
            </text>
          )}
        </g>
      ))}
      {Array.from({ length: count + 1 }, (_, midnight) => xOfOffset(midnight * DAY_MS)).map((at) => (
        <line key={at} className={styles.hour} x1={at} x2={at} y1={TOP} y2={HEIGHT - BOTTOM} />
      ))}
      <path className={styles.line} d={path.join('')} />
      {points.map(({ at, celsius }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have been taken at once
        <circle key={index} className={styles.awake} cx={x(at)} cy={y(celsius)} r="2" />
      ))}
      <text x={LEFT} y={HEIGHT - 3}>
        {formatShortDay(first)}
      </text>
      {last !== first && (
        <text x={WIDTH} y={HEIGHT - 3} textAnchor="end">
          {formatShortDay(last)}
        </text>
      )}
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

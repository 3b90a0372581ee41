import { useHousehold } from '@/hooks/useHousehold';
import { DAY_MS, type Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import type { TemperatureDay } from '@/metrics/paediatrician/healthFacts';
import styles from './paper.module.css';
import { usePaperText } from './usePaperText';

/** How many lines of a list the curve takes. */
export const CURVE_LINES = 7;

const [WIDTH, HEIGHT] = [338, 108];
const [LEFT, TOP, BOTTOM] = [24, 8, 18];
/** The axis always includes these degrees, so that curves of different reports can be compared. */
const [DEGREES_MIN, DEGREES_MAX] = [36, 40];
/** How many labels of the axis fit below each other. */
const DEGREE_LABELS = 6;

/**
 * All temperatures in wall time, from the first day with one to the last. Two points are joined
 * when at most 24 hours lie between them.
 *
 * @param days sorted from latest to earliest
 */
export function TemperatureCurve({ days }: { days: readonly TemperatureDay[] }) {
  const { household } = useHousehold();
  const { formatNumber, formatShortDay } = usePaperText();
  const points = days.flatMap(({ taken }) => taken).sort((a, b) => a.at - b.at);
  const [firstDay, lastDay] = [days.at(-1)?.day, days[0]?.day];
  if (firstDay === undefined || lastDay === undefined) return null;
  const minDegrees = Math.min(DEGREES_MIN, ...points.map(({ celsius }) => Math.floor(celsius)));
  const maxDegrees = Math.max(DEGREES_MAX, ...points.map(({ celsius }) => Math.ceil(celsius)));
  const startMs = Date.parse(firstDay);
  const dayCount = (Date.parse(lastDay) - startMs) / DAY_MS + 1;
  const xOfOffset = (ms: number) => LEFT + (ms / (dayCount * DAY_MS)) * (WIDTH - LEFT);
  const xOfInstant = (at: Instant) => {
    const { day, time } = wallClockAt(at, household);
    return xOfOffset(Date.parse(`${day}T${time}:00.000Z`) - startMs);
  };
  const yOfCelsius = (celsius: number) =>
    TOP + ((maxDegrees - celsius) / (maxDegrees - minDegrees)) * (HEIGHT - TOP - BOTTOM);
  const degrees = Array.from({ length: maxDegrees - minDegrees + 1 }, (_, index) => minDegrees + index);
  const path = points.map(({ at, celsius }, index) => {
    const previous = points[index - 1];
    return `${previous && at - previous.at <= DAY_MS ? 'L' : 'M'}${round(xOfInstant(at))} ${round(yOfCelsius(celsius))}`;
  });
  return (
    <svg className={styles.curve} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {degrees.map((degree) => (
        <g key={degree}>
          <line className={styles.hour} x1={LEFT} x2={WIDTH} y1={yOfCelsius(degree)} y2={yOfCelsius(degree)} />
          {(degree - minDegrees) % Math.ceil(degrees.length / DEGREE_LABELS) === 0 && (
            <text x={LEFT - 5} y={yOfCelsius(degree)} textAnchor="end" dominantBaseline="central">
              {formatNumber(degree)}
            </text>
          )}
        </g>
      ))}
      {Array.from({ length: dayCount + 1 }, (_, midnight) => xOfOffset(midnight * DAY_MS)).map((midnightX) => (
        <line key={midnightX} className={styles.hour} x1={midnightX} x2={midnightX} y1={TOP} y2={HEIGHT - BOTTOM} />
      ))}
      <path className={styles.line} d={path.join('')} />
      {points.map(({ at, celsius }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two temperatures may have the same instant
        <circle key={index} className={styles.awake} cx={xOfInstant(at)} cy={yOfCelsius(celsius)} r="2" />
      ))}
      <text x={LEFT} y={HEIGHT - 3}>
        {formatShortDay(firstDay)}
      </text>
      {lastDay !== firstDay && (
        <text x={WIDTH} y={HEIGHT - 3} textAnchor="end">
          {formatShortDay(lastDay)}
        </text>
      )}
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

import { usePlotArea } from 'recharts';
import { useYScale } from './useYScale';

interface AxesProps {
  /** The number of buckets side by side. */
  count: number;
  /** Formats the bucket at an index. */
  formatBucket: (bucketIndex: number) => string;
  /** The values of the horizontal lines, from the bottom up. */
  ticks: readonly number[];
  /** The value at the top of the plot. */
  topValue: number;
  /** Formats a value. */
  formatValue: (value: number) => string;
}

/** At most this many buckets have a label. */
const MAX_LABELS = 5;

const GAP = 6;
const LABEL_OFFSET = 16;

/**
 * Draws the horizontal lines, the labels of their values, and the labels of some buckets. These are
 * plain SVG elements: Recharts' own axes and grid measure, filter and draw each tick in several
 * components, twice when the range changes. Five charts with them took a third of a second on a
 * slow phone.
 */
export function Axes({ count, formatBucket, ticks, topValue, formatValue }: AxesProps) {
  const plot = usePlotArea();
  const scale = useYScale(topValue);
  if (!plot || !scale) return null;
  const { x, y, width, height } = plot;
  const every = Math.max(1, Math.ceil(count / MAX_LABELS));
  return (
    <g>
      {ticks.map((tick) => (
        <path key={tick} d={`M${x} ${scale(tick)}h${width}`} stroke="var(--line)" />
      ))}
      <path d={`M${x} ${y}v${height}`} stroke="var(--line)" />
      <g fill="var(--muted)" fontSize={12}>
        {ticks.map((tick) => (
          <text key={tick} x={x - GAP} y={scale(tick)} dy="0.35em" textAnchor="end">
            {formatValue(tick)}
          </text>
        ))}
        {Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every).map((bucketIndex) => (
          <text
            key={bucketIndex}
            x={x + ((bucketIndex + 0.5) * width) / count}
            y={y + height + LABEL_OFFSET}
            textAnchor="middle"
          >
            {formatBucket(bucketIndex)}
          </text>
        ))}
      </g>
    </g>
  );
}

import { usePlotArea } from 'recharts';
import { runningMedian } from '@/metrics/runningMedian';
import { useYScale } from './useYScale';

interface TrendProps {
  /** The value at the top of the plot. */
  topValue: number;
  /** For each night, whether anything was logged in it. The lines break where nothing was. */
  observed: readonly boolean[];
  /** The values of each series, one for each night; null is a gap. */
  series: readonly { id: string; values: readonly (number | null)[]; dot: string; line: string }[];
  /** Whether the values are sums that grow from night to night, which are drawn as they are. */
  isSum: boolean;
}

/** The dashes of each line, so that lines differ without their colours. */
const DASHES = [undefined, '7 4', '2 5'];

/**
 * Draws many nights: each as a faint dot, and the running median of seven as a line. All dots of a
 * series are one path, because five hundred elements would take a slow phone two seconds.
 */
export function Trend({ topValue, observed, series, isSum }: TrendProps) {
  const plot = usePlotArea();
  const scale = useYScale(topValue);
  if (!plot || !scale) return null;
  const width = plot.width / observed.length;
  const pointAt = (index: number, value: number) =>
    `${Math.round(10 * (plot.x + (index + 0.5) * width)) / 10} ${Math.round(10 * scale(value)) / 10}`;
  const linePath = (values: readonly (number | null)[]) => {
    const drawn = values.map((value, index) => (observed[index] ? value : null));
    return drawn
      .map((value, index) => {
        if (value === null) return '';
        // A night between two gaps is a dot: a line of no length with round ends.
        const isFirst = (drawn[index - 1] ?? null) === null;
        return isFirst ? `M${pointAt(index, value)}h0` : `L${pointAt(index, value)}`;
      })
      .join('');
  };
  return series.map(({ id, values, dot, line }, index) => (
    <g key={id} fill="none" strokeLinecap="round" strokeLinejoin="round">
      {!isSum && (
        <path
          d={values.map((value, night) => (value === null ? '' : `M${pointAt(night, value)}h0`)).join('')}
          stroke={dot}
          strokeWidth={3.5}
          strokeOpacity={0.45}
        />
      )}
      <path
        data-mark="trend"
        d={linePath(isSum ? values : runningMedian(values))}
        stroke={line}
        strokeWidth={2.5}
        strokeDasharray={DASHES[index % DASHES.length]}
      />
    </g>
  ));
}

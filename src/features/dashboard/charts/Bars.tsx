import { usePlotArea } from 'recharts';
import { useYScale } from './useYScale';

/** An illness, drawn as a band behind the buckets that it covers. */
export interface BucketBand {
  id: string;
  /** The indexes of the first and the last bucket, both included. */
  from: number;
  to: number;
  label: string;
}

interface ChartBackgroundProps {
  observed: readonly boolean[];
  bands: readonly BucketBand[];
}

/**
 * Draws what lies behind the bars: a band for each illness, and a gap between two dashed lines
 * where nothing was logged.
 */
export function ChartBackground({ observed, bands }: ChartBackgroundProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  const width = plot.width / observed.length;
  const x = (bucketIndex: number) => plot.x + bucketIndex * width;
  const { y, height } = plot;
  return (
    <g>
      {bands.map(({ id, from, to }) => (
        <rect
          key={id}
          x={x(from)}
          y={y}
          width={(to - from + 1) * width}
          height={height}
          fill="var(--control-line)"
          fillOpacity={0.22}
        />
      ))}
      {observed.map((isObserved, bucketIndex) =>
        isObserved ? null : (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a bucket has no key but its index
            key={bucketIndex}
            d={`M${x(bucketIndex) + width * BAR_MARGIN} ${y + height}V${y}M${x(bucketIndex + 1) - width * BAR_MARGIN} ${y + height}V${y}`}
            stroke="var(--line)"
            strokeDasharray="3 3"
          />
        ),
      )}
    </g>
  );
}

interface BarsProps {
  /** The value at the top of the plot. */
  topValue: number;
  /** The values of each series, one for each bucket; null is a gap. */
  series: readonly { id: string; values: readonly (number | null)[]; fill: string; stroke: string }[];
}

/** The space to the left and to the right of a step's bars, as a part of the step's width. */
const BAR_MARGIN = 0.1;

/**
 * Draws a bar for each value, side by side if there are several series. The bars are plain
 * rectangles: each of Recharts' own bars is several components, and five hundred of them took two
 * seconds on a slow phone.
 */
export function Bars({ topValue, series }: BarsProps) {
  const plot = usePlotArea();
  const scale = useYScale(topValue);
  if (!plot || !scale) return null;
  const bottom = plot.y + plot.height;
  return series.map(({ id, values, fill, stroke }, index) => {
    const bucketWidth = plot.width / values.length;
    const width = (bucketWidth * (1 - 2 * BAR_MARGIN)) / series.length;
    return (
      <g key={id} fill={fill} stroke={stroke}>
        {values.map((value, bucketIndex) => {
          if (value === null) return null;
          const y = scale(value);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bucket has no key but its index
              key={bucketIndex}
              data-mark={bucketIndex}
              x={plot.x + bucketIndex * bucketWidth + bucketWidth * BAR_MARGIN + index * width}
              y={y}
              width={width}
              height={Math.max(0, bottom - y)}
            />
          );
        })}
      </g>
    );
  });
}

/** Draws the objective as a line; the values should stay below or above it. */
export function ObjectiveLine({ value, end }: { value: number; end: number }) {
  const plot = usePlotArea();
  const scale = useYScale(end);
  if (!plot || !scale) return null;
  return <path d={`M${plot.x} ${scale(value)}h${plot.width}`} stroke="var(--strong)" strokeDasharray="6 4" />;
}

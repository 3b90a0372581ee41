import { useActiveTooltipLabel, useIsTooltipActive, usePlotArea } from 'recharts';
import styles from './charts.module.css';

/*
 * Shows the bucket under the finger. Recharts reports which bucket that is. Its own tooltip, and
 * the bars which that tooltip requires, would add a hundred kilobytes that every phone had to
 * store.
 */

interface HighlightedBucketProps {
  /** The number of buckets side by side. */
  count: number;
}

interface TooltipProps extends HighlightedBucketProps {
  /** Formats the bucket at an index. */
  formatBucket: (bucketIndex: number) => string;
  series: readonly { id: string; name: string; values: readonly (number | null)[] }[];
  /** Formats a value. */
  formatValue: (value: number) => string;
}

/** Highlights the bucket itself, behind its bars. */
export function HighlightedBucket({ count }: HighlightedBucketProps) {
  const bucket = useActiveBucket(count);
  return bucket && <rect {...bucket.area} fill="var(--raised)" fillOpacity={0.6} />;
}

/** Shows the step's values beside the bucket, on the side with more room. */
export function Tooltip({ count, formatBucket, series, formatValue }: TooltipProps) {
  const bucket = useActiveBucket(count);
  if (!bucket) return null;
  const { bucketIndex, area, plot } = bucket;
  const inLeftHalf = bucketIndex < count / 2;
  const end = area.x + area.width;
  const room = inLeftHalf ? { x: end, width: plot.x + plot.width - end } : { x: plot.x, width: area.x - plot.x };
  return (
    <foreignObject {...room} y={plot.y} height={plot.height} pointerEvents="none">
      <div className={styles.tooltip} data-side={inLeftHalf ? 'right' : 'left'}>
        <div>
          <p>{formatBucket(bucketIndex)}</p>
          {series.map(({ id, name, values }) => {
            const value = values[bucketIndex] ?? null;
            return (
              <p key={id}>
                {name}: {value === null ? '–' : formatValue(value)}
              </p>
            );
          })}
        </div>
      </div>
    </foreignObject>
  );
}

function useActiveBucket(count: number) {
  const plot = usePlotArea();
  const active = useIsTooltipActive();
  const bucketIndex = Number(useActiveTooltipLabel());
  if (!plot || !active || !(bucketIndex >= 0 && bucketIndex < count)) return null;
  const width = plot.width / count;
  return { bucketIndex, plot, area: { x: plot.x + bucketIndex * width, y: plot.y, width, height: plot.height } };
}

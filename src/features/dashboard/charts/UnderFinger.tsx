import { useActiveTooltipLabel, useIsTooltipActive, usePlotArea } from 'recharts';
import styles from './charts.module.css';

/*
 * The step under the finger. Recharts says which one it is; its own box, and the bars it asks for, would bring a hundred kilobytes
 * that every phone had to keep.
 */

interface LitProps {
  /** How many steps lie beside each other. */
  count: number;
}

interface UnderFingerProps extends LitProps {
  /** What a step is called, by its place. */
  label: (place: number) => string;
  series: readonly { id: string; name: string; values: readonly (number | null)[] }[];
  /** What a value is called. */
  say: (value: number) => string;
}

/** The step itself, lit behind its bars. */
export function Lit({ count }: LitProps) {
  const step = useStepUnderFinger(count);
  return step && <rect {...step.area} fill="var(--raised)" fillOpacity={0.6} />;
}

/** Its values, beside it, on the side with more room. */
export function UnderFinger({ count, label, series, say }: UnderFingerProps) {
  const step = useStepUnderFinger(count);
  if (!step) return null;
  const { place, area, plot } = step;
  const inLeftHalf = place < count / 2;
  const end = area.x + area.width;
  const room = inLeftHalf ? { x: end, width: plot.x + plot.width - end } : { x: plot.x, width: area.x - plot.x };
  return (
    <foreignObject {...room} y={plot.y} height={plot.height} pointerEvents="none">
      <div className={styles.underFinger} data-side={inLeftHalf ? 'right' : 'left'}>
        <div>
          <p>{label(place)}</p>
          {series.map(({ id, name, values }) => {
            const value = values[place] ?? null;
            return (
              <p key={id}>
                {name}: {value === null ? '–' : say(value)}
              </p>
            );
          })}
        </div>
      </div>
    </foreignObject>
  );
}

function useStepUnderFinger(count: number) {
  const plot = usePlotArea();
  const active = useIsTooltipActive();
  const place = Number(useActiveTooltipLabel());
  if (!plot || !active || !(place >= 0 && place < count)) return null;
  const width = plot.width / count;
  return { place, plot, area: { x: plot.x + place * width, y: plot.y, width, height: plot.height } };
}

import { useActiveTooltipLabel, useIsTooltipActive, usePlotArea } from 'recharts';
import styles from './charts.module.css';

/*
 * Shows the step under the finger. Recharts says which step that is. Its own tooltip, and the bars
 * which that tooltip requires, would add a hundred kilobytes that every phone had to store.
 */

interface HighlightedStepProps {
  /** The number of steps side by side. */
  count: number;
}

interface TooltipProps extends HighlightedStepProps {
  /** Formats the step at an index. */
  formatStep: (stepIndex: number) => string;
  series: readonly { id: string; name: string; values: readonly (number | null)[] }[];
  /** Formats a value. */
  formatValue: (value: number) => string;
}

/** Highlights the step itself, behind its bars. */
export function HighlightedStep({ count }: HighlightedStepProps) {
  const step = useActiveStep(count);
  return step && <rect {...step.area} fill="var(--raised)" fillOpacity={0.6} />;
}

/** Shows the step's values beside the step, on the side with more room. */
export function Tooltip({ count, formatStep, series, formatValue }: TooltipProps) {
  const step = useActiveStep(count);
  if (!step) return null;
  const { stepIndex, area, plot } = step;
  const inLeftHalf = stepIndex < count / 2;
  const end = area.x + area.width;
  const room = inLeftHalf ? { x: end, width: plot.x + plot.width - end } : { x: plot.x, width: area.x - plot.x };
  return (
    <foreignObject {...room} y={plot.y} height={plot.height} pointerEvents="none">
      <div className={styles.tooltip} data-side={inLeftHalf ? 'right' : 'left'}>
        <div>
          <p>{formatStep(stepIndex)}</p>
          {series.map(({ id, name, values }) => {
            const value = values[stepIndex] ?? null;
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

function useActiveStep(count: number) {
  const plot = usePlotArea();
  const active = useIsTooltipActive();
  const stepIndex = Number(useActiveTooltipLabel());
  if (!plot || !active || !(stepIndex >= 0 && stepIndex < count)) return null;
  const width = plot.width / count;
  return { stepIndex, plot, area: { x: plot.x + stepIndex * width, y: plot.y, width, height: plot.height } };
}

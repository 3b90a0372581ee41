import { usePlotArea } from 'recharts';
import { useYScale } from './useYScale';

interface AxesProps {
  /** How many steps lie beside each other. */
  count: number;
  /** What a step is called, by its place. */
  formatStep: (place: number) => string;
  /** Where lines are drawn across, from the bottom up. */
  ticks: readonly number[];
  /** The value at the top. */
  topValue: number;
  /** What a value is called. */
  formatValue: (value: number) => string;
}

/** So many steps have their names under them, however many there are. */
const MAX_LABELS = 5;

const GAP = 6;
const LABEL_OFFSET = 16;

/**
 * Lines across, what they stand for, and the names of some steps. Plain lines and words: Recharts' own axes and grid measure, filter and draw
 * each tick in components of its own, twice when the range changes, and five charts of them took a slow phone a third of a second.
 */
export function Axes({ count, formatStep, ticks, topValue, formatValue }: AxesProps) {
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
        {Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every).map((place) => (
          <text key={place} x={x + ((place + 0.5) * width) / count} y={y + height + LABEL_OFFSET} textAnchor="middle">
            {formatStep(place)}
          </text>
        ))}
      </g>
    </g>
  );
}

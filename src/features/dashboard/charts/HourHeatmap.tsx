import { Fragment } from 'react';
import styles from './charts.module.css';

interface HourHeatmapProps {
  hours: readonly { hour: number; name: string }[];
  weekdays: readonly { weekday: number; name: string }[];
  countAt: (weekday: number, hour: number) => number;
}

const CELL = { width: 40, height: 20, gap: 3 };
const LABEL_WIDTH = 40;
const HEADER_HEIGHT = 18;
const MIN_OPACITY = 0.18;

/**
 * Draws a cell for each hour and weekday, with the hours down and the weekdays across. The higher
 * the count, the stronger the colour; the count is written in the cell.
 */
export function HourHeatmap({ hours, weekdays, countAt }: HourHeatmapProps) {
  const most = Math.max(1, ...hours.flatMap(({ hour }) => weekdays.map(({ weekday }) => countAt(weekday, hour))));
  const width = LABEL_WIDTH + weekdays.length * (CELL.width + CELL.gap);
  const height = HEADER_HEIGHT + hours.length * (CELL.height + CELL.gap);
  return (
    <svg className={styles.hours} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {weekdays.map(({ weekday, name }, column) => (
        <text
          key={weekday}
          x={LABEL_WIDTH + column * (CELL.width + CELL.gap) + CELL.width / 2}
          y={12}
          textAnchor="middle"
        >
          {name}
        </text>
      ))}
      {hours.map(({ hour, name }, row) => (
        <Fragment key={hour}>
          <text x={LABEL_WIDTH - 6} y={HEADER_HEIGHT + row * (CELL.height + CELL.gap) + 14} textAnchor="end">
            {name}
          </text>
          {weekdays.map(({ weekday }, column) => {
            const count = countAt(weekday, hour);
            const [x, y] = [
              LABEL_WIDTH + column * (CELL.width + CELL.gap),
              HEADER_HEIGHT + row * (CELL.height + CELL.gap),
            ];
            return (
              <Fragment key={weekday}>
                <rect
                  x={x}
                  y={y}
                  width={CELL.width}
                  height={CELL.height}
                  rx={4}
                  fill={count === 0 ? 'none' : 'var(--c-orange)'}
                  fillOpacity={count === 0 ? 1 : MIN_OPACITY + (1 - MIN_OPACITY) * (count / most) * 0.6}
                  stroke="var(--line)"
                />
                {count > 0 && (
                  <text data-count className={styles.count} x={x + CELL.width / 2} y={y + 14} textAnchor="middle">
                    {count}
                  </text>
                )}
              </Fragment>
            );
          })}
        </Fragment>
      ))}
    </svg>
  );
}

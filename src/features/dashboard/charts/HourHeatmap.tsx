import { Fragment } from 'react';
import styles from './charts.module.css';

interface HourHeatmapProps {
  hours: readonly { hour: number; name: string }[];
  weekdays: readonly { weekday: number; name: string }[];
  countAt: (weekday: number, hour: number) => number;
}

const CELL = { width: 40, height: 17, gap: 2 };
const LABEL_WIDTH = 40;
const HEADER_HEIGHT = 18;

/** At this opacity of the fill, the count in the cell is still legible in every theme. */
const MAX_OPACITY = 0.24;

/**
 * Draws a cell for each hour and weekday, with the hours down and the weekdays across. The higher
 * the count, the stronger the fill; the count is written in the cell.
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
          <text x={LABEL_WIDTH - 6} y={HEADER_HEIGHT + row * (CELL.height + CELL.gap) + 12.5} textAnchor="end">
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
                  fill={count === 0 ? 'none' : 'var(--text)'}
                  fillOpacity={count === 0 ? 1 : MAX_OPACITY * (count / most)}
                  stroke="var(--line)"
                />
                {count > 0 && (
                  <text data-count className={styles.count} x={x + CELL.width / 2} y={y + 12.5} textAnchor="middle">
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

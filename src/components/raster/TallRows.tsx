import { Link } from 'wouter';
import { HourLines } from './Axis';
import { ClockChange } from './ClockChange';
import { densityOf } from './layout';
import { Marks, Track } from './marks';
import styles from './raster.module.css';
import type { RowsProps } from './rows';
import { useDayLabels } from './useDayLabels';

/** Few nights: each a row for a thumb, and a link of its own. */
export function TallRows({ nights, drawing, ticks, bands, shifts, tell, label }: RowsProps) {
  const dayLabel = useDayLabels();
  const { row } = densityOf(nights.length);
  return (
    <ol aria-label={label}>
      {nights.map((night) => {
        const shift = shifts.get(night.night);
        const ill = bands.filter(({ from, to }) => from <= night.night && night.night <= to);
        return (
          <li key={night.night}>
            <Link href={`/nights/${night.night}`} className={styles.row} aria-label={tell(night.night)}>
              <span className={styles.day}>{dayLabel(night.night, 'night')}</span>
              <svg className={styles.plot} height={row} aria-hidden="true">
                <Track night={night} drawing={drawing} height={row} />
                {ill.map(({ id, edge }) => (
                  <g key={id}>
                    <rect className={styles.band} width="100%" height={row} />
                    <rect className={styles.bandEdge} x={edge} width="3" height={row} />
                  </g>
                ))}
                <HourLines ticks={ticks} scale={drawing.scale} height={row} />
                <Marks night={night} drawing={drawing} height={row} />
              </svg>
              {shift !== undefined && <ClockChange shiftMs={shift} />}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

import { Link } from 'wouter';
import { HourLines } from './Axis';
import { ClockChange } from './ClockChange';
import { densityOf } from './layoutRows';
import { NightMarks, NightTrack } from './NightMarks';
import styles from './raster.module.css';
import type { RowsProps } from './rows';
import { useDayLabelText } from './useDayLabelText';

/** Draws a week or so of nights. Each night is a link whose row is high enough for a thumb. */
export function TallRows({ nights, drawing, ticks, bands, clockShifts, formatNight, label }: RowsProps) {
  const formatDayLabel = useDayLabelText();
  const { rowHeight } = densityOf(nights.length);
  return (
    <ol aria-label={label}>
      {nights.map((night) => {
        const shiftMs = clockShifts.get(night.night);
        const bandsOfNight = bands.filter(({ from, to }) => from <= night.night && night.night <= to);
        return (
          <li key={night.night}>
            <Link href={`/nights/${night.night}`} className={styles.row} aria-label={formatNight(night.night)}>
              <span className={styles.day}>{formatDayLabel(night.night, 'night')}</span>
              <svg className={styles.plot} height={rowHeight} aria-hidden="true">
                <NightTrack night={night} drawing={drawing} height={rowHeight} />
                {bandsOfNight.map(({ id, edgeX }) => (
                  <g key={id}>
                    <rect className={styles.band} width="100%" height={rowHeight} />
                    <rect className={styles.bandEdge} x={edgeX} width="3" height={rowHeight} />
                  </g>
                ))}
                <HourLines ticks={ticks} scale={drawing.scale} height={rowHeight} />
                <NightMarks night={night} drawing={drawing} height={rowHeight} />
              </svg>
              {shiftMs !== undefined && <ClockChange shiftMs={shiftMs} />}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

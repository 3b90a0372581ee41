import { type CSSProperties, useId } from 'react';
import type { RasterNight } from '@/domain/rasterNight';
import { useHousehold } from '@/hooks/useHousehold';
import { useWidth } from '@/hooks/useWidth';
import { initialOf } from '@/lib/initialOf';
import { Axis, HourLines } from './Axis';
import { ClockChange } from './ClockChange';
import { FillPatterns } from './FillPatterns';
import { Legend } from './Legend';
import type { Drawing } from './layoutNight';
import { laneBoxes } from './layoutRows';
import { NightMarks, NightTrack } from './NightMarks';
import styles from './raster.module.css';
import { clockShiftMs, scaleOf, ticksOfNight } from './scale';
import type { Lane } from './types';
import { useRasterPeople } from './useRasterPeople';

interface NightRasterProps {
  night: RasterNight;
  /** One lane for each child, in this order. */
  lanes: readonly Lane[];
  /** Describes in words what is drawn. */
  label: string;
}

/**
 * A lane of this height has room for a name's initial, and for two people's patterns one above the
 * other.
 */
const LANE_HEIGHT = 40;

/** The picture is at least this many lanes high, even with one child. */
const MIN_LANES = 1.4;

/**
 * Draws one night alone and large: one row of the raster, with the hours that the household's clock
 * showed in that night.
 */
export function NightRaster({ night, lanes, label }: NightRasterProps) {
  const { household } = useHousehold();
  const id = useId();
  const { width, ref } = useWidth<HTMLDivElement>();
  const nights = [night];
  const people = useRasterPeople(nights);
  const scale = scaleOf(nights, household);
  const drawing: Drawing = { id, scale, hours: household, lanes, people };
  const ticks = ticksOfNight(night.night, scale, household);
  const height = Math.max(MIN_LANES, lanes.length) * LANE_HEIGHT;
  const shiftMs = night.window ? clockShiftMs(night.window, household) : 0;
  const hasSeveralLanes = lanes.length > 1;
  const columns = {
    '--labels': hasSeveralLanes ? '1.5rem' : '0.5rem',
    '--gutter': shiftMs === 0 ? '0.5rem' : '2.25rem',
  };
  return (
    <figure className={styles.raster} style={columns as CSSProperties}>
      <FillPatterns id={id} people={people} tileSize={6} />
      <Axis ref={ref} ticks={ticks} scale={scale} width={width} />
      <div className={styles.rows}>
        <div className={styles.days} aria-hidden="true">
          {hasSeveralLanes &&
            laneBoxes(height, lanes.length).map(({ y, height: laneHeight }, index) => (
              <span key={y} style={{ top: y + laneHeight / 2 }}>
                {initialOf(lanes[index]?.name ?? '?')}
              </span>
            ))}
        </div>
        <svg className={styles.plot} height={height} role="img" aria-label={label}>
          <NightTrack night={night} drawing={drawing} height={height} />
          <HourLines ticks={ticks} scale={scale} height={height} />
          <NightMarks night={night} drawing={drawing} height={height} />
        </svg>
        {shiftMs !== 0 && <ClockChange shiftMs={shiftMs} />}
      </div>
      <Legend nights={nights} lanes={lanes} people={people} bands={[]} />
    </figure>
  );
}

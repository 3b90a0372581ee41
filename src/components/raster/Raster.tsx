import { type CSSProperties, useId, useMemo } from 'react';
import type { RasterNight } from '@/domain/rasterNight';
import { useHousehold } from '@/hooks/useHousehold';
import { useWidth } from '@/hooks/useWidth';
import type { Day } from '@/lib/time';
import type { Zone } from '@/lib/zone';
import { Axis } from './Axis';
import { DenseRows } from './DenseRows';
import { FillPatterns } from './FillPatterns';
import { Legend } from './Legend';
import { layoutBands } from './layoutBands';
import type { Drawing } from './layoutNight';
import { type Density, densityOf } from './layoutRows';
import styles from './raster.module.css';
import type { RowsProps } from './rows';
import { clockShiftMs, scaleOf, ticksOf } from './scale';
import { TallRows } from './TallRows';
import type { IllnessBand, Lane } from './types';
import { useRasterPeople } from './useRasterPeople';

interface RasterProps {
  /** The nights, oldest first. */
  nights: readonly RasterNight[];
  /** One lane for each child, in this order. */
  lanes: readonly Lane[];
  /** Describes a night in words. */
  formatNight: (night: Day) => string;
  bands?: readonly IllnessBand[];
  label: string;
}

const NO_BANDS: readonly IllnessBand[] = [];

/**
 * Draws nights one above the other, the oldest at the top: when a child was awake, and who was up.
 * A tap opens a night.
 */
export function Raster({ nights, lanes, formatNight, label, bands = NO_BANDS }: RasterProps) {
  const { household } = useHousehold();
  const id = useId();
  const people = useRasterPeople(nights);
  const { width, ref } = useWidth<HTMLDivElement>();
  const density = densityOf(nights.length);
  const drawing = useMemo(
    (): Drawing => ({ id, scale: scaleOf(nights, household), hours: household, lanes, people }),
    [id, nights, household, lanes, people],
  );
  const clockShifts = useMemo(() => clockShiftsOf(nights, household), [nights, household]);
  const visibleBands = layoutBands(
    bands.filter(({ from, to }) => nights.some(({ night }) => from <= night && night <= to)),
  );
  const ticks = ticksOf(drawing.scale, household);
  const rows: RowsProps = { nights, drawing, ticks, bands: visibleBands, clockShifts, formatNight, label };
  const isTall = density.labels === 'night';
  return (
    <figure className={styles.raster} style={gutterStyle(clockShifts.size > 0)}>
      <FillPatterns id={id} people={people} tileSize={tileSizeOf(density)} />
      <Axis ref={ref} ticks={ticks} scale={drawing.scale} width={width} />
      {isTall ? <TallRows {...rows} /> : <DenseRows {...rows} density={density} width={width} />}
      <Legend nights={nights} lanes={lanes} people={people} bands={visibleBands} />
    </figure>
  );
}

/** Returns the side of a pattern's tile, in pixels. A low row needs a small one. */
function tileSizeOf({ labels, rowHeight }: Density): number {
  if (labels === 'night') return 6;
  return rowHeight >= 12 ? 4 : 3;
}

/** Room for the label of a clock change is kept only if a clock changes. */
const gutterStyle = (hasClockShift: boolean) =>
  ({ '--gutter': hasClockShift ? '2.25rem' : '0.75rem' }) as CSSProperties;

/** Returns by how many milliseconds the clocks changed, for each night in which they did. */
function clockShiftsOf(nights: readonly RasterNight[], zone: Zone): Map<Day, number> {
  const clockShifts = new Map<Day, number>();
  for (const { night, window } of nights) {
    const shiftMs = window ? clockShiftMs(window, zone) : 0;
    if (shiftMs !== 0) clockShifts.set(night, shiftMs);
  }
  return clockShifts;
}

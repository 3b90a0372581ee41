import { type CSSProperties, useId, useMemo } from 'react';
import type { RasterNight } from '@/domain/rasterNight';
import { useHousehold } from '@/hooks/household';
import { useWidth } from '@/hooks/useWidth';
import type { Day } from '@/lib/time';
import { Axis } from './Axis';
import { layBands } from './bands';
import { DenseRows } from './DenseRows';
import { Legend } from './Legend';
import type { Drawing } from './layNight';
import { densityOf } from './layout';
import { Patterns } from './Patterns';
import styles from './raster.module.css';
import type { RowsProps } from './rows';
import { clockShiftMs, scaleOf, ticksOf } from './scale';
import { TallRows } from './TallRows';
import type { Band, Lane } from './types';
import { useUp } from './useUp';

interface RasterProps {
  /** The oldest first. */
  nights: readonly RasterNight[];
  /** One lane a child, in this order. */
  lanes: readonly Lane[];
  /** A night in words. */
  tell: (night: Day) => string;
  bands?: readonly Band[];
  label: string;
}

const NONE: readonly Band[] = [];

/** Nights above each other, the oldest at the top: when somebody was awake, and who was up for it. A touch opens a night. */
export function Raster({ nights, lanes, tell, label, bands = NONE }: RasterProps) {
  const { household } = useHousehold();
  const id = useId();
  const people = useUp(nights);
  const { width, ref } = useWidth<HTMLDivElement>();
  const density = densityOf(nights.length);
  const drawing = useMemo(
    (): Drawing => ({ id, scale: scaleOf(nights, household), hours: household, lanes, people }),
    [id, nights, household, lanes, people],
  );
  const shifts = useMemo(() => shiftsOf(nights, household.timeZone), [nights, household.timeZone]);
  const shown = layBands(bands.filter(({ from, to }) => nights.some(({ night }) => from <= night && night <= to)));
  const ticks = ticksOf(drawing.scale, household);
  const rows: RowsProps = { nights, drawing, ticks, bands: shown, shifts, tell, label };
  const tall = density.labels === 'night';
  return (
    <figure className={styles.raster} style={guttersOf(shifts.size > 0)}>
      <Patterns id={id} people={people} tile={tall ? 6 : density.row >= 12 ? 4 : 3} />
      <Axis ref={ref} ticks={ticks} scale={drawing.scale} />
      {tall ? <TallRows {...rows} /> : <DenseRows {...rows} density={density} width={width} />}
      <Legend nights={nights} lanes={lanes} people={people} bands={shown} />
    </figure>
  );
}

/** Only where a clock changes is there room kept for saying so. */
const guttersOf = (shifted: boolean) => ({ '--gutter': shifted ? '2.25rem' : '0.75rem' }) as CSSProperties;

function shiftsOf(nights: readonly RasterNight[], timeZone: string): Map<Day, number> {
  const shifts = new Map<Day, number>();
  for (const { night, window } of nights) {
    const shift = window ? clockShiftMs(window, timeZone) : 0;
    if (shift !== 0) shifts.set(night, shift);
  }
  return shifts;
}

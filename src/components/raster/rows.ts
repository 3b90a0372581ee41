import type { RasterNight } from '@/domain/rasterNight';
import type { Day } from '@/lib/time';
import type { BandLayout } from './layoutBands';
import type { Drawing } from './layoutNight';
import type { ticksOf } from './scale';

/** The props of the rows, which are the same for high and low rows. */
export interface RowsProps {
  nights: readonly RasterNight[];
  drawing: Drawing;
  ticks: ReturnType<typeof ticksOf>;
  bands: readonly BandLayout[];
  clockShifts: ReadonlyMap<Day, number>;
  formatNight: (night: Day) => string;
  label: string;
}

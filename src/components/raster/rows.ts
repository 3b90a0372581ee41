import type { RasterNight } from '@/domain/rasterNight';
import type { Day } from '@/lib/time';
import type { LaidBand } from './bands';
import type { Drawing } from './layNight';
import type { ticksOf } from './scale';

/** What the rows have to know, however high they are. */
export interface RowsProps {
  nights: readonly RasterNight[];
  drawing: Drawing;
  ticks: ReturnType<typeof ticksOf>;
  bands: readonly LaidBand[];
  shifts: ReadonlyMap<Day, number>;
  tell: (night: Day) => string;
  label: string;
}

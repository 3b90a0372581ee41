import type { Color } from '@/domain/rows/fields';
import type { Day, Instant, Interval } from '@/lib/time';

/* What is drawn, as plain data: components know no figures, so whoever shows a raster hands them in. */

/** A piece of a night in which one child was awake, and who was up for it. */
interface RasterPiece extends Interval {
  childId: string;
  /** In the household's order; nobody where nobody had said so yet. */
  by: readonly string[];
}

export interface RasterNight {
  night: Day;
  observed: boolean;
  /** Null if the night has not begun. */
  window: Interval | null;
  pieces: readonly RasterPiece[];
  falseAlarms: readonly { childId: string; at: Instant }[];
}

/** A child's lane in each night. */
export interface Lane {
  id: string;
  name: string;
}

/** Whoever may have been up. The place in the household decides on the pattern, so that it is the same everywhere. */
export interface Up {
  id: string;
  name: string;
  color: Color;
  place: number;
}

/** Days of an illness, both included: a band behind their nights. */
export interface Band {
  id: string;
  from: Day;
  to: Day;
  label: string;
}

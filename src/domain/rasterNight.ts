import type { Day, Instant, Interval } from '@/lib/time';

/* The data that the raster is drawn from: `metrics` computes it, and a component draws it. */

/** A part of a night in which one child was awake and the same caregivers were up. */
interface AwakePiece extends Interval {
  childId: string;
  /** The caregivers who were awake, in the household's order; empty if nobody had said so yet. */
  caregiverIds: readonly string[];
}

/** One night of the raster. */
export interface RasterNight {
  night: Day;
  observed: boolean;
  /** The night's window, cut at the present instant; null if the night has not begun. */
  window: Interval | null;
  pieces: readonly AwakePiece[];
  falseAlarms: readonly { childId: string; at: Instant }[];
}

import type { Day, Instant, Interval } from '@/lib/time';

/* What a picture of nights is drawn of, as plain data: the figures make it, the components draw it. */

/** A piece of a night in which one child was awake, and who was up for it. */
interface AwakePiece extends Interval {
  childId: string;
  /** Caregivers who were awake, in the household's order; nobody where nobody had said so yet. */
  caregiverIds: readonly string[];
}

/** A night as the raster draws it. */
export interface RasterNight {
  night: Day;
  observed: boolean;
  /** Cut at now; null if the night has not begun. */
  window: Interval | null;
  pieces: readonly AwakePiece[];
  falseAlarms: readonly { childId: string; at: Instant }[];
}

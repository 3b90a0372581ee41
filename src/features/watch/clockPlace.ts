import { type Instant, MINUTE_MS } from '@/lib/time';

/** Where the clock stands, each from −1 (left, up) to 1 (right, down) of the room it has. */
export interface ClockPlace {
  x: number;
  y: number;
}

/*
 * Two steps that no two fractions approximate well (the plastic number): the places of an hour lie
 * evenly over the whole room, and no place comes twice in a night.
 */
const STEP_X = 0.7548776662466927;
const STEP_Y = 0.5698402909980532;

/**
 * Returns where the clock stands in a minute. It moves every minute, so that a screen that shows it
 * all night keeps no trace of it. The same minute has the same place on every phone.
 */
export function clockPlace(now: Instant): ClockPlace {
  const minute = Math.floor(now / MINUTE_MS);
  const along = (step: number) => 2 * ((minute * step) % 1) - 1;
  return { x: along(STEP_X), y: along(STEP_Y) };
}

import type { Instant } from './time';

/**
 * The one place that reads the clock. Screens ask it and hand the answer down: everything below
 * them takes `now` as an argument, so that any night can be tested.
 */
export const readClock = (): Instant => Date.now() as Instant;

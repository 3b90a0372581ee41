import type { Instant } from './time';

/**
 * Returns the present instant. This is the only function that reads the clock: screens call it and
 * pass the result down as `now`, so that tests can place any code in any night.
 */
export const readClock = (): Instant => Date.now() as Instant;

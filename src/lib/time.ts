/**
 * Whole milliseconds since the Unix epoch, UTC. Every moment is stored and computed with in this
 * form.
 */
export type Instant = number & { readonly __unit: 'ms since the epoch' };

/** A calendar day, `YYYY-MM-DD`, read in the household's time zone. */
export type Day = string & { readonly __unit: 'YYYY-MM-DD' };

/** A wall time, `HH:MM` on a 24-hour clock, read in the household's time zone. */
export type WallTime = string & { readonly __unit: 'HH:MM' };

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Returns the instant `durationMs` milliseconds after `at`, or before `at` if it is negative. */
export const addMs = (at: Instant, durationMs: number): Instant => (at + durationMs) as Instant;

export const earlierOf = (a: Instant, b: Instant): Instant => (a <= b ? a : b);
export const laterOf = (a: Instant, b: Instant): Instant => (a >= b ? a : b);

/** A half-open interval of time, `[from, to)`. */
export interface Interval {
  from: Instant;
  to: Instant;
}

/** Milliseconds since the Unix epoch, UTC. The only form in which a moment is stored or computed with. */
export type Instant = number & { readonly __unit: 'ms since the epoch' };

/** A calendar day, `YYYY-MM-DD`, read in the household's time zone. */
export type Day = string & { readonly __unit: 'YYYY-MM-DD' };

/** A time on the clock of the wall, `HH:MM`, 24 hours, read in the household's time zone. */
export type WallTime = string & { readonly __unit: 'HH:MM' };

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The moment `durationMs` after `at` (before it, if negative). */
export const addMs = (at: Instant, durationMs: number): Instant => (at + durationMs) as Instant;

export const earlierOf = (a: Instant, b: Instant): Instant => (a <= b ? a : b);
export const laterOf = (a: Instant, b: Instant): Instant => (a >= b ? a : b);

/** A stretch of time, half open: `[from, to)`. */
export interface Interval {
  from: Instant;
  to: Instant;
}

import { addMs, type Instant, laterOf, MINUTE_MS } from '@/lib/time';

/** A guess this near to the present says no more than "just now" does. */
const JUST_NOW_MS = 15 * MINUTE_MS;

/**
 * Guesses when a child was asleep again if nobody has logged anything for hours: after its usual
 * recovery, but never before the last word. Returns null if that was just now.
 *
 * @param usualMs the usual recovery of this child in milliseconds (`usualRecoveryMs`)
 * @example woke at 02:43, fed at 02:50, usually 20 minutes; at 10:45 → 03:03
 */
export function guessedEnd(
  { awakeSince, lastWordAt, usualMs }: { awakeSince: Instant; lastWordAt: Instant; usualMs: number },
  now: Instant,
): Instant | null {
  const end = laterOf(addMs(awakeSince, usualMs), lastWordAt);
  return now - end < JUST_NOW_MS ? null : end;
}

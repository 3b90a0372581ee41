import type { FoldedIncident } from '@/domain/tonight';
import { type Instant, MINUTE_MS } from '@/lib/time';

/** A network that is back within this time was not lost: the phone rings only after it. */
const LOST_MS = MINUTE_MS;

/**
 * Returns the incident in which nobody can page this phone any more: it was open when the network
 * was lost, and is open still as far as this phone knows. Null if there is none. What was logged on
 * this phone later needs no alarm: its holder is up.
 *
 * @param lostAt when the network was lost; null while it is there
 */
export function openWhenLost(folded: readonly FoldedIncident[], lostAt: Instant | null): FoldedIncident | null {
  if (lostAt === null) return null;
  return folded.find(({ state }) => state.isOpen && state.detectedAt <= lostAt) ?? null;
}

/** Returns whether the network has been lost for so long that the holder must know. */
export const isLostForLong = (lostAt: Instant, now: Instant): boolean => now - lostAt >= LOST_MS;

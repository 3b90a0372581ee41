import type { Instant } from '@/lib/time';

/** Two taps on the same button within this time count as one (experience.md). */
const SAME_TAP_MS = 2000;
/**
 * After a tap that changes the whole screen, the second half of a double tap would hit a new
 * button, so taps are ignored for this time.
 */
export const SCREEN_CHANGE_MS = 600;

/**
 * A tap that begins or ends an incident changes the whole screen. A tap that logs something within
 * the incident does not.
 */
export type GuardedTap = { begins: string } | { ends: string } | { logs: string };

const keyOf = (tap: GuardedTap): string => JSON.stringify(tap);
const changesScreen = (tap: GuardedTap): boolean => !('logs' in tap);

/**
 * Returns a function that accepts a deliberate tap and rejects an accidental one, for example the
 * second half of a double tap. The time is an argument. The night screen uses one guard for all its
 * buttons.
 */
export function createTapGuard() {
  const lastTapAt = new Map<string, Instant>();
  let lastChange: { tap: GuardedTap; at: Instant } | null = null;

  return function accepts(tap: GuardedTap, at: Instant): boolean {
    const sameTapAt = lastTapAt.get(keyOf(tap));
    const since = (earlier: Instant) => Math.abs(at - earlier);
    if (sameTapAt !== undefined && since(sameTapAt) < SAME_TAP_MS) return false;
    if (lastChange !== null) {
      if (since(lastChange.at) < SCREEN_CHANGE_MS) return false;
      // "Asleep again" appears where "Baby woke" was a moment ago, and vice versa; and beside the
      // end of one child's incident lies that of the other child.
      const isUnderThumb = 'ends' in tap || ('begins' in tap && 'ends' in lastChange.tap);
      if (isUnderThumb && since(lastChange.at) < SAME_TAP_MS) return false;
    }
    lastTapAt.set(keyOf(tap), at);
    if (changesScreen(tap)) lastChange = { tap, at };
    return true;
  };
}

import type { PageToAnswer } from '@/domain/paging/pageToAnswer';
import { addMs, type Instant, MINUTE_MS } from '@/lib/time';

/** A page that reaches this phone later than this is no page any more. */
const FRESH_MS = 10 * MINUTE_MS;
/** How long a page that nobody answered is still shown, silently: one may get up late. */
const LATE_MS = 15 * MINUTE_MS;

export interface RingTime {
  /** What is left of the time to answer; null once it is over. */
  leftMs: number | null;
  /** Whether the page is still to be shown. */
  isShown: boolean;
}

/**
 * Returns how long a page rings here. Its time is counted from when this phone has seen it, not by
 * the clock of the phone that sent it: with a clock half a minute behind, the page would be over
 * before it came.
 *
 * @param seenAt when this phone has first seen it, by its own clock
 */
export function ringTime({ page, ringsUntil }: PageToAnswer, seenAt: Instant, now: Instant): RingTime {
  const sentAt = page.escalated.at;
  if (Math.abs(seenAt - sentAt) > FRESH_MS) return { leftMs: null, isShown: false };
  const until = addMs(seenAt, ringsUntil - sentAt);
  return { leftMs: now < until ? until - now : null, isShown: now - until < LATE_MS };
}

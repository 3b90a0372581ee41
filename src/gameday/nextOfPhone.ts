import type { PageToAnswer } from '@/domain/paging/pageToAnswer';
import { addMs, type Instant } from '@/lib/time';
import { DRILL_RATES, simulatedAnswer } from './simulatedAnswer';

/** What a simulated phone says next. */
export interface PhoneEvent {
  kind: 'delivered' | 'up' | 'declined';
  at: Instant;
}

/**
 * Returns what a simulated phone says next about a page, and when; null if it stays silent, or if
 * it would speak only when it has stopped ringing. An event that was due before `now`, as while no
 * window was open, is due at once.
 *
 * @param seed that of the GameDay
 */
export function nextOfPhone({ page, ringsUntil }: PageToAnswer, seed: number, now: Instant): PhoneEvent | null {
  const { escalated, deliveredAt } = page;
  const { deliveredAfterMs, answer, answerAfterMs } = simulatedAnswer(escalated.id, { seed, ...DRILL_RATES });
  const event = ((): PhoneEvent | null => {
    if (deliveredAt === null) return { kind: 'delivered', at: addMs(escalated.at, deliveredAfterMs) };
    return answer && answerAfterMs !== null ? { kind: answer, at: addMs(deliveredAt, answerAfterMs) } : null;
  })();
  return event && event.at < ringsUntil && now < ringsUntil ? event : null;
}

import { type PageToAnswer, pageToAnswer } from '@/domain/paging/pageToAnswer';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';
import { ringTime } from './ringTime';

export interface PageCallState {
  call: PageToAnswer;
  /** What is left of the time to answer, while the phone rings; null once it is over. */
  leftMs: number | null;
}

/** When this phone has first seen a page, by the id of its entry. */
const firstSeen = new Map<string, Instant>();

/** Returns the page that the holder of this phone is to answer; null while there is none. */
export function usePageCall(now: Instant): PageCallState | null {
  const { folded, tonight, holder } = useHousehold();
  const call = holder && pageToAnswer(folded, tonight.runbooks, holder.id);
  if (!call) return null;
  const { id } = call.page.escalated;
  const seenAt = firstSeen.get(id) ?? now;
  firstSeen.set(id, seenAt);
  const { leftMs, isShown } = ringTime(call, seenAt, now);
  return isShown ? { call, leftMs } : null;
}

import { useEffect, useEffectEvent } from 'react';
import { noteDelivered } from '@/db/paging';
import { type PageToAnswer, pageToAnswer } from '@/domain/paging/pageToAnswer';
import { useHousehold } from '@/hooks/useHousehold';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { alarmGain } from './alarmGain';
import { ringTime } from './ringTime';
import { watchAlarm } from './watchAlarm';

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

/** Rings while there is time to answer a page, and logs that this phone rang. */
export function useRinging(page: PageCallState | null): void {
  const volume = useDeviceSettings((device) => device.watchVolume);
  const { db } = useHousehold();
  const ringing = page !== null && page.leftMs !== null ? page.call : null;
  const ringingId = ringing?.page.escalated.id ?? null;
  useEffect(() => {
    if (ringingId === null) return;
    watchAlarm.ring(alarmGain(volume));
    return () => watchAlarm.stop();
  }, [ringingId, volume]);
  const onRing = useEffectEvent(() => {
    if (!ringing) return;
    const { open, page: rang } = ringing;
    const { id: pageId, at: sentAt, to } = rang.escalated;
    // Nobody here waits for it. If it is not written, the one who pages sees less.
    noteDelivered(db, { incidentId: open.incident.id, pageId, sentAt, to, now: readClock() }).catch(() => {});
  });
  useEffect(() => {
    if (ringingId !== null) onRing();
  }, [ringingId]);
}

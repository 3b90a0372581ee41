import { useEffect, useEffectEvent } from 'react';
import { noteDelivered } from '@/db/paging';
import { usePageCall } from '@/features/watch/usePageCall';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { readClock } from '@/lib/clock';
import { MINUTE_MS, SECOND_MS } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { ring } from './ring';

/**
 * Rings while the holder of this phone is paged, on whatever screen, and logs that it does. It is
 * the only place that rings while the app is open; the watch is a screen that is lit all night.
 */
export function useRingHere(): void {
  const { db } = useHousehold();
  const volume = useDeviceSettings((device) => device.watchVolume);
  // The time is read at each change of the log, too: a page that has just come is not from before
  // the last minute.
  const page = usePageCall(readClock());
  const isRinging = page !== null && page.leftMs !== null;
  useNow(isRinging ? SECOND_MS : MINUTE_MS);
  const ringingId = isRinging ? page.call.page.escalated.id : null;

  useEffect(() => (ringingId === null ? undefined : ring(volume)), [ringingId, volume]);

  const logDelivered = useEffectEvent(() => {
    if (!page) return;
    const { open, page: answered } = page.call;
    const { at: sentAt, id: pageId, to } = answered.escalated;
    // If it is not written, the one who pages sees less; nobody here waits for it.
    noteDelivered(db, { incidentId: open.incident.id, pageId, sentAt, to, now: readClock() }).catch(() => {});
  });
  useEffect(() => {
    if (ringingId !== null) logDelivered();
  }, [ringingId]);
}

import { useEffect, useEffectEvent } from 'react';
import { noteDelivered } from '@/db/paging';
import { pageToAnswer } from '@/domain/paging/pageToAnswer';
import { useHousehold } from '@/hooks/useHousehold';
import { readClock } from '@/lib/clock';
import { MINUTE_MS } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { useSyncStatus } from '@/stores/sync';
import { useWatch } from '@/stores/watch';

/** A page that reaches this phone later than this rings nobody any more. */
const FRESH_MS = 10 * MINUTE_MS;

/**
 * Rings while the holder of this phone is paged and the app is open, on whatever screen, and logs
 * that it does. The time to answer is counted from when the page is seen here, because the clocks
 * of two phones differ. The watch rings by itself.
 */
export function useRingHere(): void {
  const { db, folded, holder, tonight } = useHousehold();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  const isOnWatch = useWatch(({ isOn }) => isOn);
  const volume = useDeviceSettings((device) => device.watchVolume);
  const call = holder && (isShared || db.isGameDay) ? pageToAnswer(folded, tonight.runbooks, holder.id) : null;
  const pageId = call && !isOnWatch ? call.page.escalated.id : null;

  /** Returns for how long to ring; null if the page is too old. */
  const begin = useEffectEvent((): number | null => {
    if (!call) return null;
    const { at: sentAt, id, to } = call.page.escalated;
    const now = readClock();
    if (Math.abs(now - sentAt) > FRESH_MS) return null;
    // If it is not written, the one who pages sees less; nobody here waits for it.
    noteDelivered(db, { incidentId: call.open.incident.id, pageId: id, sentAt, to, now }).catch(() => {});
    return call.ringsUntil - sentAt;
  });
  useEffect(() => {
    const ringMs = pageId === null ? null : begin();
    if (ringMs === null) return;
    let stop: (() => void) | undefined;
    let isOver = false;
    const end = () => {
      isOver = true;
      stop?.();
    };
    import('./ring').then(
      async ({ ring }) => {
        if (!isOver) stop = await ring(volume);
        if (isOver) stop?.();
      },
      // Without this file the screen still says who is paged.
      () => {},
    );
    const timer = setTimeout(end, ringMs);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [pageId, volume]);
}

import { liveQuery } from 'dexie';
import type { InfernalDatabase } from '@/db/database';
import { readSharing } from '@/db/sharing/readSharing';
import type { Sharing } from '@/db/syncTables';
import type { Instant } from '@/lib/time';
import { connectionTo } from './connect';
import type { PagerReport } from './pager/followPages';
import type { SyncReport } from './report';
import { runSession } from './session';
import { withSyncLock } from './syncLock';

interface SyncOptions {
  now: () => Instant;
  appVersion: string;
  report: (change: Partial<SyncReport>) => void;
  reportPager: (change: Partial<PagerReport>) => void;
  signal: AbortSignal;
}

/**
 * Shares the log of this phone, as long as it is shared and the signal is not aborted. One window
 * of the browser does it for all of them. Never called in a GameDay.
 */
export function startSync(db: InfernalDatabase, options: SyncOptions): void {
  const { now, report, signal } = options;
  const connection = connectionTo(location.origin, now, (clockAheadMs) => report({ clockAheadMs }));
  let session: AbortController | null = null;
  let key = '';
  const follow = (sharing: Sharing | null) => {
    // A new name is told by the next round; another secret is another household.
    const nextKey = sharing
      ? JSON.stringify([sharing.householdId, sharing.phoneId, sharing.name, sharing.caregiverId])
      : '';
    if (nextKey === key) return;
    key = nextKey;
    session?.abort();
    session = null;
    if (!sharing) return;
    const controller = new AbortController();
    session = controller;
    withSyncLock(controller.signal, () =>
      runSession({ ...options, db, sharing, connection, signal: controller.signal, listen: listenTo(db) }),
    );
  };
  const watch = liveQuery(() => readSharing(db)).subscribe({
    next: follow,
    error: () => follow(null),
  });
  signal.addEventListener('abort', () => {
    watch.unsubscribe();
    session?.abort();
  });
}

/** Calls back when a row is to be sent, and when the network or the screen comes back. */
const listenTo = (db: InfernalDatabase) => (onNews: () => void) => {
  const outbox = liveQuery(() => db.outbox.limit(1).primaryKeys()).subscribe({
    next: (keys) => {
      if (keys.length > 0) onNews();
    },
    error: onNews,
  });
  const onVisible = () => {
    if (document.visibilityState === 'visible') onNews();
  };
  window.addEventListener('online', onNews);
  window.addEventListener('pageshow', onNews);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    outbox.unsubscribe();
    window.removeEventListener('online', onNews);
    window.removeEventListener('pageshow', onNews);
    document.removeEventListener('visibilitychange', onVisible);
  };
};

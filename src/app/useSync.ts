import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { readSharing, readSharingEnded } from '@/db/sharing/readSharing';
import { useHousehold } from '@/hooks/useHousehold';
import { readClock } from '@/lib/clock';
import { pageVersion } from '@/lib/pageVersion';
import { NO_PAGER, setPagerStatus } from '@/stores/pager';
import { OFF, setSyncStatus } from '@/stores/sync';
import { restoreHolder } from './restoreHolder';

/**
 * Keeps the log of this phone and the other phones' the same while it is shared, and tells the
 * screens how it stands. The sync is loaded only by a phone that shares. A GameDay is never shared.
 */
export function useSync(): void {
  const { db } = useHousehold();
  const state = useLiveQuery(
    async () => {
      if (db.isGameDay) return 'off';
      if (await readSharing(db)) return 'on';
      return (await readSharingEnded(db)) ? 'removed' : 'off';
    },
    [db],
    null,
  );
  useEffect(() => {
    if (state === null || state === 'off') return;
    setSyncStatus({ ...OFF, sharing: state });
    if (state === 'removed') return () => setSyncStatus(OFF);
    const controller = new AbortController();
    const options = {
      now: readClock,
      appVersion: pageVersion() ?? '',
      report: setSyncStatus,
      reportPager: setPagerStatus,
      signal: controller.signal,
    };
    restoreHolder(db).catch(() => {});
    import('@/sync/startSync').then(({ startSync }) => startSync(db, options)).catch(() => {});
    return () => {
      controller.abort();
      setSyncStatus(OFF);
      setPagerStatus(NO_PAGER);
    };
  }, [db, state]);
}

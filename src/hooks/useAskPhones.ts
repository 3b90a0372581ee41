import { useCallback, useContext } from 'react';
import type { PhonesService, SyncFailure } from '@/sync/service';
import { type Asking, useAsk } from './useAsk';
import { useHousehold } from './useHousehold';
import { PhonesContext } from './usePhones';

/** `notLoaded`: the file with the sync could not be loaded. */
export type AskFailure = SyncFailure | 'notLoaded';

/** Asks the sync one thing at a time, for one place of a screen. */
export function useAskPhones(): Asking<PhonesService, SyncFailure> {
  const { db } = useHousehold();
  const connection = useContext(PhonesContext);
  const load = useCallback(async () => {
    if (!connection) throw new Error('no sync here');
    return connection.load(db);
  }, [connection, db]);
  return useAsk<PhonesService, SyncFailure>(load);
}

import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { OwnPager, PagerFailure, PagerService } from '@/sync/pager/service';
import { type PagerConnection, pagerConnection } from './pagerConnection';
import { type Asking, useAsk } from './useAsk';
import { useHousehold } from './useHousehold';

/** The pager as the screens reach it. A test gives another one. */
export const PagerContext = createContext<PagerConnection>(pagerConnection);

/** Asks the pager one thing at a time, for one place of a screen. */
export function useAskPager(): Asking<PagerService, PagerFailure> {
  const { db } = useHousehold();
  const connection = useContext(PagerContext);
  const load = useCallback(async () => connection.load(db), [connection, db]);
  return useAsk<PagerService, PagerFailure>(load);
}

/**
 * How this phone stands to the pager, as a live query. Undefined while it is read. The subscription
 * is looked at again when `reason` changes: the browser does not tell when it ends.
 */
export function useOwnPager(reason: unknown): OwnPager | undefined {
  const { db } = useHousehold();
  const connection = useContext(PagerContext);
  const [service, setService] = useState<PagerService | null>(null);
  useEffect(() => {
    let isCurrent = true;
    connection.load(db).then(
      (loaded) => isCurrent && setService(loaded),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [connection, db]);
  return useLiveQuery(async () => service?.readOwnPager(), [service, reason]);
}

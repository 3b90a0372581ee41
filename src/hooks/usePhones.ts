import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext, useEffect, useState } from 'react';
import type { Phone, PhonesService } from '@/sync/service';
import { type PhonesConnection, phonesConnection } from './phonesConnection';
import { useHousehold } from './useHousehold';

/** The sync as the screens reach it. A test gives another one. */
export const PhonesContext = createContext<PhonesConnection | null>(phonesConnection);

/** Whether the log of this window can be shared: there is a sync, and this is no GameDay. */
export function useCanShare(): boolean {
  const { db } = useHousehold();
  return useContext(PhonesContext) !== null && !db.isGameDay;
}

/**
 * The phones of the household as a live query, this one first and the others by name. Undefined
 * while they are read, and in a window that cannot share.
 */
export function usePhones(): readonly Phone[] | undefined {
  const { db } = useHousehold();
  const connection = useContext(PhonesContext);
  const canShare = useCanShare();
  const [service, setService] = useState<PhonesService | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (canShare)
      connection?.load(db).then(
        (loaded) => isCurrent && setService(loaded),
        () => {},
      );
    return () => {
      isCurrent = false;
    };
  }, [canShare, connection, db]);
  const phones = useLiveQuery(async () => service?.readPhones(), [service]);
  return phones?.toSorted((a, b) => Number(b.isThis) - Number(a.isThis) || a.name.localeCompare(b.name));
}

import { useLiveQuery } from 'dexie-react-hooks';
import { hasLogged } from '@/db/queries';
import { useHousehold } from '@/hooks/useHousehold';

/** Whether anything was ever logged; undefined until the log is read. */
export function useHasLogged(): boolean | undefined {
  const { db } = useHousehold();
  return useLiveQuery(() => hasLogged(db), [db]);
}

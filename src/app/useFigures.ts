import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { readOwnFigures } from '@/db/sharing/figures';
import { useHousehold } from '@/hooks/useHousehold';
import { followFigures } from './followFigures';

/**
 * Publishes the figures of the household from this phone, if it was told to. A GameDay publishes
 * nothing.
 */
export function useFigures(): void {
  const { db } = useHousehold();
  const publishes = useLiveQuery(async () => !db.isGameDay && (await readOwnFigures(db)) !== null, [db], false);
  useEffect(() => {
    if (!publishes) return;
    const controller = new AbortController();
    followFigures(db, controller.signal);
    return () => controller.abort();
  }, [db, publishes]);
}

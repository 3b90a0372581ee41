import { useEffect } from 'react';
import type { InfernalDatabase } from '@/db/database';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';

/**
 * Calls `onLog` when the screens must show another log: while the storage takes no writes, an
 * overlay that has what is kept, and when it takes them again, the log itself.
 */
export function useLogInUse(onLog: (db: InfernalDatabase) => void): void {
  const { db } = useHousehold();
  const translation = useTranslation();
  const storageProblem = useAppStatus((status) => status.storageProblem);
  useEffect(() => {
    if (!storageProblem || db.isGameDay) return;
    let stop: (() => void) | undefined;
    let isCurrent = true;
    import('./storageTrouble').then(
      ({ followTrouble }) => {
        if (isCurrent) stop = followTrouble(db, storageProblem, translation, onLog);
      },
      // Without this file the banner still says what is wrong.
      () => {},
    );
    return () => {
      isCurrent = false;
      stop?.();
    };
  }, [db, storageProblem, translation, onLog]);
}

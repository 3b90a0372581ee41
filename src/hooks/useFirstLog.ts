import { useEffect, useState } from 'react';
import type { InfernalDatabase } from '@/db/database';
import { useAppStatus } from '@/stores/status';

/**
 * While the app goes on in a second log: the first one, if it can be opened again; null if it
 * cannot, or while that is not known.
 */
export function useFirstLog(): InfernalDatabase | null {
  const isSecondLog = useAppStatus((status) => status.isSecondLog);
  const [first, setFirst] = useState<InfernalDatabase | null>(null);
  useEffect(() => {
    if (!isSecondLog) return;
    let opened: InfernalDatabase | null = null;
    let isWanted = true;
    import('@/db/twoLogs')
      .then(({ openFirstLog }) => openFirstLog())
      .then((log) => {
        opened = log;
        if (isWanted) setFirst(log);
        else log?.close();
      })
      .catch(() => {});
    return () => {
      isWanted = false;
      opened?.close();
    };
  }, [isSecondLog]);
  return first;
}

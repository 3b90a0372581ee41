import { useEffect } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useAppStatus } from '@/stores/status';

/**
 * Compares the log with the witness once, after the first frame, and from then on notes each change
 * of it. What is gone is noted only when somebody has read that it is.
 */
export function useWitness(): void {
  const { db, people, tonight } = useHousehold();
  const lostLog = useAppStatus((status) => status.lostLog);
  const storageProblem = useAppStatus((status) => status.storageProblem);
  const isSeen = !db.isGameDay && db.overlay === null && storageProblem === null && lostLog === null;
  useEffect(() => {
    if (!isSeen) return;
    import('./watchLog').then(({ watchLog }) => watchLog(db, people, tonight.incidents)).catch(() => {});
  }, [db, people, tonight, isSeen]);
}

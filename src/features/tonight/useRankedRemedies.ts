import { useLiveQuery } from 'dexie-react-hooks';
import { readLatestIncidents } from '@/db/queries';
import { rankRemedies } from '@/domain/remedies';
import type { Remedy } from '@/domain/rows/incident';
import { useHousehold } from '@/hooks/useHousehold';

/**
 * Only the latest incidents count, because a child of nine months is not the child of six months
 * any more.
 */
const LATEST_COUNTED = 100;

/**
 * Returns the remedies, sorted by how well they worked for this child lately. They are read when
 * the incident opens, so that no button moves under the thumb.
 */
export function useRankedRemedies(childId: string): Remedy[] {
  const { db } = useHousehold();
  const ranked = useLiveQuery(
    async () =>
      rankRemedies(
        (await readLatestIncidents(db, childId, LATEST_COUNTED)).filter(({ timeline }) =>
          timeline.some(({ kind }) => kind === 'resolved'),
        ),
      ),
    [db, childId],
  );
  return ranked ?? rankRemedies([]);
}

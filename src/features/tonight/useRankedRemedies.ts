import { useLiveQuery } from 'dexie-react-hooks';
import { readLatestIncidents } from '@/db/queries';
import { rankRemedies } from '@/domain/remedies';
import type { Remedy } from '@/domain/rows/incident';
import { useHousehold } from '@/hooks/useHousehold';

/** What worked lately counts: a child of nine months is not the child of six. */
const LATEST_COUNTED = 100;

/** The remedies, those that worked best for this child first. Read when the incident opens, so no chip moves under the thumb. */
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

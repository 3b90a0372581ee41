import { useEffect, useState } from 'react';
import { readIncidentsBefore } from '@/db/queries';
import { rankRemedies } from '@/domain/remedies';
import type { Remedy } from '@/domain/rows/incident';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';

/**
 * Only the latest incidents count, because a child of nine months is not the child of six months
 * any more.
 */
const LATEST_COUNTED = 100;

/**
 * Returns the remedies, sorted by how well they worked for this child before it woke; null until
 * they are read. The order depends on nothing that is logged since, so no button moves under the
 * thumb: neither in this window after a reload or "awake again", nor in another one.
 */
export function useRankedRemedies({ incident, state }: FoldedIncident): Remedy[] | null {
  const { db } = useHousehold();
  // A correction of the beginning moves nothing either.
  const [opening] = useState({ childId: incident.childId, detectedAt: state.detectedAt });
  const [ranked, setRanked] = useState<Remedy[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    readIncidentsBefore(db, opening.childId, opening.detectedAt, LATEST_COUNTED)
      // A storage that cannot be read must not take the remedies away.
      .catch(() => [])
      .then((known) => isCurrent && setRanked(rankRemedies(known)));
    return () => {
      isCurrent = false;
    };
  }, [db, opening]);
  return ranked;
}

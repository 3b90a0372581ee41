import { useEffect, useState } from 'react';
import { readIncidentsBefore } from '@/db/queries';
import type { Incident } from '@/domain/rows/incident';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';

/**
 * Only the latest incidents count, because a child of nine months is not the child of six months
 * any more.
 */
const LATEST_COUNTED = 100;

/**
 * Returns the latest incidents of the same child before this one; null until they are read. They
 * depend on nothing that is logged since, so what is ranked by them keeps its order: in this window
 * after a reload or "awake again", and in another one.
 */
export function useEarlierIncidents({ incident, state }: FoldedIncident): readonly Incident[] | null {
  const { db } = useHousehold();
  // A correction of the beginning moves nothing either.
  const [opening] = useState({ childId: incident.childId, detectedAt: state.detectedAt });
  const [earlier, setEarlier] = useState<readonly Incident[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    readIncidentsBefore(db, opening.childId, opening.detectedAt, LATEST_COUNTED)
      // A storage that cannot be read must not take the buttons away.
      .catch(() => [])
      .then((known) => isCurrent && setEarlier(known));
    return () => {
      isCurrent = false;
    };
  }, [db, opening]);
  return earlier;
}

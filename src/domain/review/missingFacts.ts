import { CAUSES } from '@/domain/rows/incident';
import { isResponse } from '@/domain/timeline/response';
import type { MissingCause, MissingResponder } from './proposal';
import { isWritable, type PlacedIncident, type ReviewContext } from './reviewContext';

/**
 * Returns a proposal for each wake-up that is over and has no response. The answer is written as an
 * entry at the cry, with an estimated time. It makes the wake-up an intervention of that caregiver,
 * who then counts as awake from the cry to the end (metrics.md, *response*, *awake*).
 *
 * Wake-ups that settled alone are left out, and so are those that ended at the instant at which
 * they began: nobody can have been up in them.
 */
export function findMissingResponders({ placedIncidents, log, now, othersOf }: ReviewContext): MissingResponder[] {
  const caregivers = log.caregivers.filter(({ deletedAt, archived }) => deletedAt === null && !archived);
  return placedIncidents.flatMap(({ incident, state, night, isCounted }) => {
    const { resolution, entries, detectedAt: at, stretches } = state;
    if (!isCounted || !resolution || resolution.outcome === 'selfSettled' || entries.some(isResponse)) return [];
    if (stretches[0]?.to === at || caregivers.length === 0 || !isWritable(incident, othersOf(incident), now)) return [];
    const repairs = caregivers.map(({ id }) => ({ kind: 'up', incidentId: incident.id, at, by: id }) as const);
    return [{ kind: 'missingResponder', id: `who ${incident.id}`, night, incident, repairs }];
  });
}

/** Returns a proposal for each wake-up that is over and has no cause. */
export const findMissingCauses = ({ placedIncidents, now, othersOf }: ReviewContext): MissingCause[] =>
  placedIncidents.flatMap(({ incident, state, night, isCounted }: PlacedIncident): MissingCause[] => {
    if (!isCounted || state.isOpen || incident.causeId !== null || !isWritable(incident, othersOf(incident), now))
      return [];
    const repairs = CAUSES.map((causeId) => ({ kind: 'cause', incidentId: incident.id, causeId }) as const);
    return [{ kind: 'missingCause', id: `cause ${incident.id}`, night, incident, repairs }];
  });

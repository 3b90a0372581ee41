import { CAUSES } from '@/domain/rows/incident';
import { isResponse } from '@/domain/timeline/response';
import type { MissingCause, MissingResponder } from './proposal';
import { isWritable, type PlacedIncident, type ReviewContext } from './reviewContext';

/**
 * Wake-ups that are over and that nobody got up for. Who got up is written at the cry, as a guess: a response makes it an intervention of
 * theirs, and a first entry makes them awake from then to its end (metrics.md, *response*, *awake*). "Settled alone" wants nobody; nor does
 * one that was over the moment it began, in which nobody can have been up.
 */
export function findMissingResponders({ placed, log, now, othersOf }: ReviewContext): MissingResponder[] {
  const caregivers = log.caregivers.filter(({ deletedAt, archived }) => deletedAt === null && !archived);
  return placed.flatMap(({ incident, state, night, isCounted }) => {
    const { resolution, entries, detectedAt: at, stretches } = state;
    if (!isCounted || !resolution || resolution.outcome === 'selfSettled' || entries.some(isResponse)) return [];
    if (stretches[0]?.to === at || caregivers.length === 0 || !isWritable(incident, othersOf(incident), now)) return [];
    const repairs = caregivers.map(({ id }) => ({ kind: 'up', incidentId: incident.id, at, by: id }) as const);
    return [{ kind: 'missingResponder', id: `who ${incident.id}`, night, incident, repairs }];
  });
}

/** Wake-ups that are over and of which nobody said why. */
export const findMissingCauses = ({ placed, now, othersOf }: ReviewContext): MissingCause[] =>
  placed.flatMap(({ incident, state, night, isCounted }: PlacedIncident): MissingCause[] => {
    if (!isCounted || state.isOpen || incident.causeId !== null || !isWritable(incident, othersOf(incident), now))
      return [];
    const repairs = CAUSES.map((causeId) => ({ kind: 'cause', incidentId: incident.id, causeId }) as const);
    return [{ kind: 'missingCause', id: `cause ${incident.id}`, night, incident, repairs }];
  });

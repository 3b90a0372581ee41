import { CAUSES } from '@/domain/rows/incident';
import { isResponse } from '@/domain/timeline/response';
import type { Who, Why } from './proposal';
import { fits, type Placed, type Reading } from './reading';

/**
 * Wake-ups that are over and that nobody got up for. Who got up is written at the cry, as a guess: a response makes it an intervention of
 * theirs, and a first entry makes them awake from then to its end (metrics.md, *response*, *awake*). "Settled alone" wants nobody; nor does
 * one that was over the moment it began, in which nobody can have been up.
 */
export function withoutPerson({ placed, log, now, othersOf }: Reading): Who[] {
  const caregivers = log.caregivers.filter(({ deletedAt, archived }) => deletedAt === null && !archived);
  return placed.flatMap(({ incident, state, night, counted }) => {
    const { resolution, entries, detectedAt: at, stretches } = state;
    if (!counted || !resolution || resolution.outcome === 'selfSettled' || entries.some(isResponse)) return [];
    if (stretches[0]?.to === at || caregivers.length === 0 || !fits(incident, othersOf(incident), now)) return [];
    const answers = caregivers.map(({ id }) => ({ kind: 'up', incidentId: incident.id, at, by: id }) as const);
    return [{ kind: 'who', id: `who ${incident.id}`, night, incident, answers }];
  });
}

/** Wake-ups that are over and of which nobody said why. */
export const withoutCause = ({ placed, now, othersOf }: Reading): Why[] =>
  placed.flatMap(({ incident, state, night, counted }: Placed): Why[] => {
    if (!counted || state.open || incident.causeId !== null || !fits(incident, othersOf(incident), now)) return [];
    const answers = CAUSES.map((causeId) => ({ kind: 'cause', incidentId: incident.id, causeId }) as const);
    return [{ kind: 'cause', id: `cause ${incident.id}`, night, incident, answers }];
  });

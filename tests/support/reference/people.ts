import type { HouseholdLog } from '@/domain/rows/tables';
import { type ReferenceIncident, responsesTo } from './incident';
import { primaryAt, type ReferenceNight } from './night';
import { mean, median, ratio, total } from './numbers';
import { caregiverAwakeMinutes } from './time';

/* The figures of each caregiver, and of how the nights are shared. */

type Nights = readonly ReferenceNight[];

const interventionsOf = ({ counted }: ReferenceNight, caregiverId: string) =>
  counted.flatMap((incident) => responsesTo(incident).filter((response) => response.caregiverId === caregiverId));

const noResponsesOf = ({ counted }: ReferenceNight, caregiverId: string) =>
  counted.flatMap(({ entries }) => entries.filter((entry) => entry.kind === 'noResponse' && entry.by === caregiverId));

export function referenceFatigue(log: HouseholdLog, nights: Nights) {
  const figuresOf = (caregiverId: string, limit: number) => {
    const perNight = nights.map((night) => interventionsOf(night, caregiverId).length);
    const capacities: number[] = [];
    for (const night of nights) {
      const noResponses = noResponsesOf(night, caregiverId);
      if (noResponses.length === 0) continue;
      const firstNoResponseAt = Math.min(...noResponses.map(({ at }) => at));
      capacities.push(interventionsOf(night, caregiverId).filter(({ at }) => at < firstNoResponseAt).length);
    }
    return {
      interventions: total(perNight),
      noResponses: total(nights.map((night) => noResponsesOf(night, caregiverId).length)),
      worstNight: Math.max(0, ...perNight),
      nightsOverLimit: perNight.filter((count) => count > limit).length,
      capacity: median(capacities),
    };
  };
  const byCaregiver: Record<string, ReturnType<typeof figuresOf>> = {};
  for (const { id, fatigueLimit } of log.caregivers)
    byCaregiver[id] = figuresOf(id, fatigueLimit ?? log.household.objectives.fatigueLimit);
  return { byCaregiver };
}

type Answer = 'answered' | 'unanswered' | 'pending';

function answersOf({ entries, resolved }: ReferenceIncident, caregiverId: string): Answer[] {
  const answers: Answer[] = [];
  entries.forEach((entry, index) => {
    if (entry.kind !== 'escalated' || entry.to !== caregiverId) return;
    const reply = entries.slice(index + 1).find((next) => {
      if (next.kind === 'resolved') return next.by === caregiverId && next.outcome !== 'selfSettled';
      const isReply = next.kind === 'acknowledged' || next.kind === 'remedy' || next.kind === 'noResponse';
      return isReply && next.by === caregiverId;
    });
    if (reply) answers.push(reply.kind === 'noResponse' ? 'unanswered' : 'answered');
    else answers.push(resolved ? 'unanswered' : 'pending');
  });
  return answers;
}

export function referenceEscalations(log: HouseholdLog, nights: Nights) {
  const byCaregiver: Record<string, { attempts: number; answered: number; rate: number | null }> = {};
  for (const { id } of log.caregivers) {
    const answers = nights.flatMap(({ counted }) => counted.flatMap((incident) => answersOf(incident, id)));
    const answered = answers.filter((answer) => answer === 'answered').length;
    const attempts = answers.filter((answer) => answer !== 'pending').length;
    byCaregiver[id] = { attempts, answered, rate: ratio(answered, attempts) };
  }
  return { byCaregiver };
}

export function referenceLoad(log: HouseholdLog, nights: Nights) {
  const countInterventions = (id: string) => total(nights.map((night) => interventionsOf(night, id).length));
  const totalInterventions = total(log.caregivers.map(({ id }) => countInterventions(id)));
  const byCaregiver: Record<string, { share: number | null; awakeMinutes: number }> = {};
  for (const { id } of log.caregivers)
    byCaregiver[id] = {
      share: ratio(countInterventions(id), totalInterventions),
      awakeMinutes: caregiverAwakeMinutes(nights, id),
    };

  const activeCounts = log.caregivers.filter(({ archived }) => !archived).map(({ id }) => countInterventions(id));
  const squares = total(activeCounts.map((count) => count * count));
  return {
    byCaregiver,
    fairness: ratio(total(activeCounts) ** 2, activeCounts.length * squares),
    rotaAdherence: rotaAdherence(log, nights),
  };
}

function rotaAdherence({ household }: HouseholdLog, nights: Nights): number | null {
  /** 1 for each response by the primary, 0 for each response by somebody else. */
  const adherences: number[] = [];
  for (const night of nights) {
    for (const incident of night.counted) {
      const [firstResponse] = responsesTo(incident);
      const primary = primaryAt(night, incident.detected.at, household.timeZone);
      if (firstResponse && primary !== null) adherences.push(firstResponse.caregiverId === primary ? 1 : 0);
    }
  }
  return mean(adherences);
}

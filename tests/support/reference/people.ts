import type { Entry, EntryOf } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import { type ReferenceIncident, responsesTo } from './incident';
import { primaryAt, type ReferenceNight } from './night';
import { mean, median, ratio, summary, total } from './numbers';
import { caregiverAwakeMinutes } from './time';
import { MINUTE } from './wallClock';

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

/** An attempt to wake a caregiver, with what they did next. */
interface Call {
  call: EntryOf<'escalated'>;
  /** The entries after it, in the same incident. */
  later: readonly Entry[];
  reply: Entry | null;
  answer: Answer;
}

function callsOf({ entries, resolved }: ReferenceIncident, caregiverId: string): Call[] {
  const calls: Call[] = [];
  entries.forEach((entry, index) => {
    if (entry.kind !== 'escalated' || entry.to !== caregiverId) return;
    const later = entries.slice(index + 1);
    const reply = later.find((next) => {
      if (next.kind === 'resolved') return next.by === caregiverId && next.outcome !== 'selfSettled';
      const isReply = next.kind === 'acknowledged' || next.kind === 'remedy' || next.kind === 'noResponse';
      return isReply && next.by === caregiverId;
    });
    const answerWithoutReply: Answer = resolved ? 'unanswered' : 'pending';
    const answerOfReply: Answer = reply?.kind === 'noResponse' ? 'unanswered' : 'answered';
    calls.push({ call: entry, later, reply: reply ?? null, answer: reply ? answerOfReply : answerWithoutReply });
  });
  return calls;
}

const allCallsOf = (nights: Nights, caregiverId: string): Call[] =>
  nights.flatMap(({ counted }) => counted.flatMap((incident) => callsOf(incident, caregiverId)));

function rateOf(calls: readonly Call[]) {
  const answered = calls.filter(({ answer }) => answer === 'answered').length;
  const attempts = calls.filter(({ answer }) => answer !== 'pending').length;
  return { attempts, answered, rate: ratio(answered, attempts) };
}

const isPage = ({ call }: Call): boolean => call.via === 'page';

const wasAnybodyPaged = (log: HouseholdLog, nights: Nights): boolean =>
  log.caregivers.some(({ id }) => allCallsOf(nights, id).some(isPage));

export function referenceEscalations(log: HouseholdLog, nights: Nights) {
  const byCaregiver: Record<string, ReturnType<typeof rateOf>> = {};
  const byVia: Record<string, { voice: ReturnType<typeof rateOf>; page: ReturnType<typeof rateOf> }> = {};
  for (const { id } of log.caregivers) {
    const calls = allCallsOf(nights, id);
    byCaregiver[id] = rateOf(calls);
    byVia[id] = { voice: rateOf(calls.filter((call) => !isPage(call))), page: rateOf(calls.filter(isPage)) };
  }
  return wasAnybodyPaged(log, nights) ? { byCaregiver, byVia } : { byCaregiver };
}

/** Whether a phone rang after a page and before the next page to the same caregiver. */
function wasDelivered({ call, later }: Call): boolean {
  for (const entry of later) {
    if (entry.kind === 'escalated' && entry.via === 'page' && entry.to === call.to) return false;
    if (entry.kind === 'delivered' && entry.to === call.to) return true;
  }
  return false;
}

/** The minutes until the caregiver was up, where both times are known. */
function answerMinutesOf({ call, reply }: Call): number[] {
  if (reply?.kind !== 'acknowledged' && reply?.kind !== 'remedy') return [];
  return call.estimated || reply.estimated ? [] : [(reply.at - call.at) / MINUTE];
}

export function referencePages(log: HouseholdLog, nights: Nights) {
  const figuresOf = (caregiverId: string) => {
    const sent = allCallsOf(nights, caregiverId).filter(isPage);
    return {
      sent: sent.length,
      delivered: sent.filter(wasDelivered).length,
      declined: sent.filter(({ reply }) => reply?.kind === 'noResponse' && reply.declined === true).length,
      answer: summary(sent.flatMap(answerMinutesOf)),
    };
  };
  const byCaregiver: Record<string, ReturnType<typeof figuresOf>> = {};
  for (const { id } of log.caregivers) byCaregiver[id] = figuresOf(id);
  return wasAnybodyPaged(log, nights) ? { byCaregiver } : undefined;
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

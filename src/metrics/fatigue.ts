import type { Instant } from '@/lib/time';
import type { MetricAccumulator } from './metricAccumulator';
import type { IncidentFacts, Scope } from './nightFacts';
import { median } from './percentiles';

/** How often a caregiver was called upon, and what it takes until they stop responding. */
export interface Fatigue {
  /** Counted incidents the caregiver did something about. */
  interventions: number;
  /** Times the caregiver was said not to have woken, in counted incidents. */
  noResponses: number;
  /** The most interventions in one night. */
  worstNight: number;
  /** Nights with more interventions than the limit: the caregiver's own, else the household's. */
  nightsOverLimit: number;
  /** Median number of interventions before the first "didn't wake" of a night; null if there never was one. */
  capacity: number | null;
}

/**
 * Alert fatigue: who is called too often stops hearing the alert. Counts, by caregiver; every caregiver.
 * Source: metrics.md, `fatigue`. On call, fatigue is counted in alerts a shift; here in times somebody got up for one.
 *
 * @example Dad was up at 23:10 and 1:05 and did not wake at 2:43: capacity 2, "Dad.exe stopped responding after 2 interventions"
 */
export function fatigue({ caregivers, household }: Scope): MetricAccumulator<{ byCaregiver: Record<string, Fatigue> }> {
  const tallies = caregivers.map((caregiver) => ({
    id: caregiver.id,
    limit: caregiver.fatigueLimit ?? household.objectives.fatigueLimit,
    interventions: 0,
    noResponses: 0,
    worstNight: 0,
    nightsOverLimit: 0,
    untilSilence: [] as number[],
  }));
  return {
    add({ counted }) {
      const responses = responsesTo(counted);
      const silences = noResponsesIn(counted);
      for (const tally of tallies) {
        const responded = responses.get(tally.id) ?? [];
        const silent = silences.get(tally.id) ?? [];
        tally.interventions += responded.length;
        tally.noResponses += silent.length;
        tally.worstNight = Math.max(tally.worstNight, responded.length);
        if (responded.length > tally.limit) tally.nightsOverLimit += 1;
        const [first] = silent;
        if (first !== undefined) tally.untilSilence.push(responded.filter((at) => at < first).length);
      }
    },
    value: () => ({
      byCaregiver: Object.fromEntries(
        tallies.map(({ id, limit: _, untilSilence: interventionsBeforeNoResponse, ...counts }) => [
          id,
          { ...counts, capacity: median(interventionsBeforeNoResponse) },
        ]),
      ),
    }),
  };
}

/** How many nights each caregiver's capacity stands on: those in which they were said not to have woken; every caregiver. */
export function capacityNights({ caregivers }: Scope): MetricAccumulator<Record<string, number>> {
  const nights = new Map(caregivers.map(({ id }) => [id, 0]));
  return {
    add({ counted }) {
      for (const id of noResponsesIn(counted).keys()) {
        const known = nights.get(id);
        if (known !== undefined) nights.set(id, known + 1);
      }
    },
    value: () => Object.fromEntries(nights),
  };
}

/** By caregiver, the first response to each incident of a night. */
function responsesTo(counted: readonly IncidentFacts[]): Map<string, Instant[]> {
  const found = new Map<string, Instant[]>();
  for (const { interventions } of counted) {
    for (const { by, at } of interventions) addInstant(found, by, at);
  }
  return found;
}

/** By caregiver, each "didn't wake" of a night, the first one first. */
function noResponsesIn(counted: readonly IncidentFacts[]): Map<string, Instant[]> {
  const found = new Map<string, Instant[]>();
  for (const { entries, wasEscalated } of counted) {
    if (!wasEscalated) continue;
    for (const entry of entries) if (entry.kind === 'noResponse') addInstant(found, entry.by, entry.at);
  }
  for (const silences of found.values()) silences.sort((a, b) => a - b);
  return found;
}

function addInstant(found: Map<string, Instant[]>, caregiverId: string, at: Instant): void {
  const known = found.get(caregiverId);
  if (known) known.push(at);
  else found.set(caregiverId, [at]);
}

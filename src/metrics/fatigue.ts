import type { Instant } from '@/lib/time';
import type { MetricAccumulator } from './metricAccumulator';
import type { IncidentFacts, Scope } from './nightFacts';
import { median } from './percentiles';

/** How often a caregiver got up, and after how many interventions they stop responding. */
export interface Fatigue {
  /** Counted incidents to which the caregiver responded. */
  interventions: number;
  /** Number of "didn't wake" entries of the caregiver, in counted incidents. */
  noResponses: number;
  /** The most interventions in one night. */
  worstNight: number;
  /**
   * Nights with more interventions than the limit. The caregiver's limit goes before the
   * household's.
   */
  nightsOverLimit: number;
  /**
   * Median number of interventions before the first "didn't wake" of a night; null without such a
   * night.
   */
  capacity: number | null;
}

/**
 * Returns the alert fatigue of every caregiver: whoever is called too often stops hearing the
 * alert. On call, fatigue is counted in alerts per shift; here it is counted in interventions per
 * night.
 * Source: metrics.md, `fatigue`.
 *
 * @example Dad was up at 23:10 and 1:05 and did not wake at 2:43: capacity 2, "Dad.exe stopped
 * responding after 2 interventions"
 */
export function fatigue({ caregivers, household }: Scope): MetricAccumulator<{ byCaregiver: Record<string, Fatigue> }> {
  const tallies = caregivers.map((caregiver) => ({
    id: caregiver.id,
    limit: caregiver.fatigueLimit ?? household.objectives.fatigueLimit,
    interventions: 0,
    noResponses: 0,
    worstNight: 0,
    nightsOverLimit: 0,
    interventionsBeforeNoResponse: [] as number[],
  }));
  return {
    add({ counted }) {
      const responses = responsesTo(counted);
      const noResponses = noResponsesIn(counted);
      for (const tally of tallies) {
        const respondedAt = responses.get(tally.id) ?? [];
        const unansweredAt = noResponses.get(tally.id) ?? [];
        tally.interventions += respondedAt.length;
        tally.noResponses += unansweredAt.length;
        tally.worstNight = Math.max(tally.worstNight, respondedAt.length);
        if (respondedAt.length > tally.limit) tally.nightsOverLimit += 1;
        const [firstUnansweredAt] = unansweredAt;
        if (firstUnansweredAt !== undefined)
          tally.interventionsBeforeNoResponse.push(respondedAt.filter((at) => at < firstUnansweredAt).length);
      }
    },
    value: () => ({
      byCaregiver: Object.fromEntries(
        tallies.map(({ id, limit: _, interventionsBeforeNoResponse, ...counts }) => [
          id,
          { ...counts, capacity: median(interventionsBeforeNoResponse) },
        ]),
      ),
    }),
  };
}

/**
 * Returns, for every caregiver, how many nights the capacity is computed from: the nights with a
 * "didn't wake" of that caregiver.
 */
export function capacityNights({ caregivers }: Scope): MetricAccumulator<Record<string, number>> {
  const nights = new Map(caregivers.map(({ id }) => [id, 0]));
  return {
    add({ counted }) {
      for (const id of noResponsesIn(counted).keys()) {
        const count = nights.get(id);
        if (count !== undefined) nights.set(id, count + 1);
      }
    },
    value: () => Object.fromEntries(nights),
  };
}

/** Returns, by caregiver id, the instants of the first response to each incident of a night. */
function responsesTo(counted: readonly IncidentFacts[]): Map<string, Instant[]> {
  const found = new Map<string, Instant[]>();
  for (const { interventions } of counted) {
    for (const { by, at } of interventions) addInstant(found, by, at);
  }
  return found;
}

/** Returns, by caregiver id, the instants of each "didn't wake" of a night, in ascending order. */
function noResponsesIn(counted: readonly IncidentFacts[]): Map<string, Instant[]> {
  const found = new Map<string, Instant[]>();
  for (const { entries, wasEscalated } of counted) {
    if (!wasEscalated) continue;
    for (const entry of entries) if (entry.kind === 'noResponse') addInstant(found, entry.by, entry.at);
  }
  for (const instants of found.values()) instants.sort((a, b) => a - b);
  return found;
}

function addInstant(found: Map<string, Instant[]>, caregiverId: string, at: Instant): void {
  const instants = found.get(caregiverId);
  if (instants) instants.push(at);
  else found.set(caregiverId, [at]);
}

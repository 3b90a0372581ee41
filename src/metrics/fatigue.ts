import type { Caregiver } from '@/domain/rows/household';
import type { Instant } from '@/lib/time';
import { median } from './percentiles';
import type { NightReading, Reading } from './reading';

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
 * @example Dad was up at 23:10 and 1:05 and did not wake at 2:43: capacity 2, "2 interventions before dad.exe stops responding"
 */
export function fatigue({ observed, caregivers, household }: Reading): { byCaregiver: Record<string, Fatigue> } {
  const nights = observed.map((night) => ({ byCaregiver: responsesOf(night), silences: silencesOf(night) }));
  const figures = (caregiver: Caregiver): Fatigue => {
    const limit = caregiver.fatigueLimit ?? household.objectives.fatigueLimit;
    const perNight = nights.map(({ byCaregiver }) => byCaregiver.get(caregiver.id)?.length ?? 0);
    const silences = nights.map((night) => night.silences.get(caregiver.id) ?? []);
    const untilSilence = nights.flatMap(({ byCaregiver }, index) => {
      const [first] = silences[index] ?? [];
      return first === undefined ? [] : [(byCaregiver.get(caregiver.id) ?? []).filter((at) => at < first).length];
    });
    return {
      interventions: perNight.reduce((sum, count) => sum + count, 0),
      noResponses: silences.reduce((sum, { length }) => sum + length, 0),
      worstNight: perNight.reduce((worst, count) => Math.max(worst, count), 0),
      nightsOverLimit: perNight.filter((count) => count > limit).length,
      capacity: median(untilSilence),
    };
  };
  return { byCaregiver: Object.fromEntries(caregivers.map((caregiver) => [caregiver.id, figures(caregiver)])) };
}

/** By caregiver, the first response to each incident of a night. */
function responsesOf({ counted }: NightReading): Map<string, Instant[]> {
  const found = new Map<string, Instant[]>();
  for (const { interventions } of counted) {
    for (const { caregiverId, firstResponseAt } of interventions) note(found, caregiverId, firstResponseAt);
  }
  return found;
}

/** By caregiver, each "didn't wake" of a night, the first one first. */
function silencesOf({ counted }: NightReading): Map<string, Instant[]> {
  const found = new Map<string, Instant[]>();
  for (const { state } of counted) {
    for (const entry of state.entries) if (entry.kind === 'noResponse') note(found, entry.by, entry.at);
  }
  for (const silences of found.values()) silences.sort((a, b) => a - b);
  return found;
}

function note(found: Map<string, Instant[]>, caregiverId: string, at: Instant): void {
  const known = found.get(caregiverId);
  if (known) known.push(at);
  else found.set(caregiverId, [at]);
}

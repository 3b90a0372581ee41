import { MINUTE_MS } from '@/lib/time';
import type { PlacedIncident } from './reviewContext';

/** The latest so many recoveries are what is usual now; a baby of last spring is another baby. */
const RECENT = 20;

/** Below this a median is an anecdote (metrics.md calls a figure of fewer than five cases pale). */
const ENOUGH = 5;

/** Where nothing is usual yet: the objective a new household begins with. */
const FALLBACK_MS = 20 * MINUTE_MS;

/**
 * How long this child usually takes to sleep again, in milliseconds: the median of its latest recoveries; the household's where it
 * has fewer than five; twenty minutes where there are fewer than five in all. A recovery is what `mttr` takes for one: counted,
 * settled, and neither end a guess. No figure is made of this; it only says where a forgotten end is looked for first.
 *
 * @example 10, 12, 14, 30 and 60 minutes → 14
 */
export function usualRecoveryMs(placed: readonly PlacedIncident[], childId: string): number {
  const recoveries = placed.flatMap(({ incident, state: { detected, resolution }, isCounted }) =>
    isCounted && resolution && resolution.outcome !== 'upForDay' && !detected.estimated && !resolution.estimated
      ? [{ childId: incident.childId, ms: resolution.at - detected.at }]
      : [],
  );
  const own = recoveries.filter((recovery) => recovery.childId === childId);
  const usual = [own, recoveries].find(({ length }) => length >= ENOUGH);
  return usual ? lowerMedian(usual.slice(-RECENT).map(({ ms }) => ms)) : FALLBACK_MS;
}

/** Of an even number the lower of the two in the middle: a whole instant, and one that was. */
const lowerMedian = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? FALLBACK_MS;

import { MINUTE_MS } from '@/lib/time';
import type { PlacedIncident } from './reviewContext';

/** Only so many of the latest recoveries are used, because a baby changes within months. */
const RECENT_COUNT = 20;

/** With fewer recoveries a median means little (metrics.md shows such a figure as pale). */
const MINIMUM_COUNT = 5;

/** The value for a household with too few recoveries: the objective of a new household. */
const FALLBACK_MS = 20 * MINUTE_MS;

/**
 * Returns how many milliseconds this child usually takes to sleep again: the median of its latest
 * recoveries, or of those of all children if it has fewer than five, or twenty minutes if there are
 * fewer than five in all.
 *
 * A recovery is defined as for `mttr`: a counted incident that was settled, with neither its start
 * nor its end estimated. No figure uses this value; it only guesses a forgotten end.
 *
 * @example 10, 12, 14, 30 and 60 minutes → 14
 */
export function usualRecoveryMs(
  placedIncidents: readonly Pick<PlacedIncident, 'incident' | 'state' | 'isCounted'>[],
  childId: string,
): number {
  const recoveries = placedIncidents.flatMap(({ incident, state: { detected, resolution }, isCounted }) =>
    isCounted && resolution && resolution.outcome !== 'upForDay' && !detected.estimated && !resolution.estimated
      ? [{ childId: incident.childId, ms: resolution.at - detected.at }]
      : [],
  );
  const childRecoveries = recoveries.filter((recovery) => recovery.childId === childId);
  const sample = [childRecoveries, recoveries].find(({ length }) => length >= MINIMUM_COUNT);
  return sample ? lowerMedian(sample.slice(-RECENT_COUNT).map(({ ms }) => ms)) : FALLBACK_MS;
}

/** Returns the median; of an even number of values, the lower of the two in the middle. */
const lowerMedian = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? FALLBACK_MS;

import { HOUR_MS } from '@/lib/time';
import type { Zone } from '@/lib/zone';
import type { ChildNight } from './childNights';
import { HALF_HOURS, halfHourAt } from './halfHours';

/** Whether a child woke in one hour of one night, and how likely that was by chance. */
export interface HourTrial {
  /** The index of the night in the list of nights. */
  nightIndex: number;
  /** Whether a wake-up began in the hour. */
  isHit: boolean;
  /** The upper bound of the probability of a hit if the night's wake-ups came at random hours. */
  probability: number;
}

/** The trials of one hour, by the half hour at which the hour begins. */
export interface HourTrials {
  halfHour: number;
  trials: readonly HourTrial[];
}

/**
 * The number of half hours before and after an hour that show how often the child wakes around that
 * time anyway: two hours on each side.
 */
const NEIGHBOUR_HALF_HOURS = 4;

/**
 * Returns the trials of every hour that begins on the hour or on the half hour. A night without the
 * whole hour, because of the bedtime or because clocks skipped it, has no trial for that hour.
 */
export function trialsByHour(nights: readonly ChildNight[], zone: Zone): HourTrials[] {
  const cryHalfHoursByNight = nights.map(({ cries }) => cries.map((at) => halfHourAt(at, zone)));
  const densityFrom = createDensity(nights, cryHalfHoursByNight);
  return Array.from({ length: HALF_HOURS }, (_, halfHour) => {
    const nextHalfHour = (halfHour + 1) % HALF_HOURS;
    const density = Math.max(densityFrom(halfHour - NEIGHBOUR_HALF_HOURS), densityFrom(halfHour + 2));
    const trials = nights.flatMap(({ halfHours, window, cries }, index): HourTrial[] => {
      const hourMs = (halfHours[halfHour] ?? 0) + (halfHours[nextHalfHour] ?? 0);
      if (hourMs < HOUR_MS) return [];
      const isHit =
        cryHalfHoursByNight[index]?.some((cryHalfHour) => cryHalfHour === halfHour || cryHalfHour === nextHalfHour) ??
        false;
      const uniformDensity = 1 / (window.to - window.from);
      // The probabilities of the cries are added, not combined as independent events: cries keep
      // apart from each other, so a night with three cries has three chances to hit the hour.
      return [
        {
          nightIndex: index,
          isHit,
          probability: Math.min(1, cries.length * hourMs * Math.max(uniformDensity, density)),
        },
      ];
    });
    return { halfHour, trials };
  }).filter(({ trials }) => trials.length > 0);
}

/**
 * Returns a function that gives the density of cries in the two hours from a half hour on: the
 * share of a night's cries, per millisecond. Most children wake more often in the second half of
 * the night, and then no single hour of that half is special.
 */
function createDensity(nights: readonly ChildNight[], cryHalfHoursByNight: readonly (readonly number[])[]) {
  const cryCounts = new Float64Array(HALF_HOURS);
  for (const halfHour of cryHalfHoursByNight.flat()) cryCounts[halfHour] = (cryCounts[halfHour] ?? 0) + 1;
  // Milliseconds of the half hour, counted once for each cry of its night.
  const exposureMs = new Float64Array(HALF_HOURS);
  for (const night of nights)
    for (const [halfHour, ms] of night.halfHours.entries())
      exposureMs[halfHour] = (exposureMs[halfHour] ?? 0) + ms * night.cries.length;
  const sumFrom = (values: Float64Array, from: number) =>
    Array.from(
      { length: NEIGHBOUR_HALF_HOURS },
      (_, offset) => values[(from + offset + HALF_HOURS) % HALF_HOURS] ?? 0,
    ).reduce((total, value) => total + value, 0);
  return (from: number): number => {
    const totalMs = sumFrom(exposureMs, from);
    return totalMs === 0 ? 0 : sumFrom(cryCounts, from) / totalMs;
  };
}

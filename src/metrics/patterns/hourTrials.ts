import { HOUR_MS } from '@/lib/time';
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
export function trialsByHour(nights: readonly ChildNight[], timeZone: string): HourTrials[] {
  const criesByNight = nights.map(({ cries }) => cries.map((at) => halfHourAt(at, timeZone)));
  const densities = densitiesOf(nights, criesByNight);
  return Array.from({ length: HALF_HOURS }, (_, halfHour) => {
    const second = (halfHour + 1) % HALF_HOURS;
    const density = Math.max(densities(halfHour - NEIGHBOUR_HALF_HOURS), densities(halfHour + 2));
    const trials = nights.flatMap(({ halfHours, window, cries }, index): HourTrial[] => {
      const shown = (halfHours[halfHour] ?? 0) + (halfHours[second] ?? 0);
      if (shown < HOUR_MS) return [];
      const isHit = criesByNight[index]?.some((at) => at === halfHour || at === second) ?? false;
      const uniformDensity = 1 / (window.to - window.from);
      // The probabilities of the cries are added, not combined as independent events: cries keep
      // apart from each other, so a night with three cries has three chances to hit the hour.
      return [
        {
          nightIndex: index,
          isHit,
          probability: Math.min(1, cries.length * shown * Math.max(uniformDensity, density)),
        },
      ];
    });
    return { halfHour, trials };
  }).filter(({ trials }) => trials.length > 0);
}

/**
 * Returns a function for the density of cries in the two hours from a half hour on: the share of a
 * night's cries, per millisecond. Most children wake more often in the second half of the night,
 * and then no single hour of that half is special.
 */
function densitiesOf(nights: readonly ChildNight[], halfHoursOfCries: readonly (readonly number[])[]) {
  const cries = new Float64Array(HALF_HOURS);
  for (const halfHour of halfHoursOfCries.flat()) cries[halfHour] = (cries[halfHour] ?? 0) + 1;
  const exposure = new Float64Array(HALF_HOURS);
  for (const night of nights)
    for (const [halfHour, shown] of night.halfHours.entries())
      exposure[halfHour] = (exposure[halfHour] ?? 0) + shown * night.cries.length;
  const sum = (of: Float64Array, from: number) =>
    Array.from({ length: NEIGHBOUR_HALF_HOURS }, (_, add) => of[(from + add + HALF_HOURS) % HALF_HOURS] ?? 0).reduce(
      (total, value) => total + value,
      0,
    );
  return (from: number): number => {
    const all = sum(exposure, from);
    return all === 0 ? 0 : sum(cries, from) / all;
  };
}

import { HOUR_MS } from '@/lib/time';
import type { ChildNight } from './childNights';
import { HALF_HOURS, halfHourAt } from './halfHours';

/** What one night says of one hour. */
export interface HourTrial {
  /** The night's place among all. */
  nightIndex: number;
  /** A wake-up came in it. */
  isHit: boolean;
  /** How likely that was at most, had the night's wake-ups cared for no hour. */
  probability: number;
}

/** Every hour that is looked at, by the half hour it begins with, and what the nights say of it. */
export interface HourTrials {
  halfHour: number;
  trials: readonly HourTrial[];
}

/** Half hours before an hour, and after it, that tell how often the child wakes around then anyway: two hours. */
const NEIGHBOUR_HALF_HOURS = 4;

/**
 * All hours of these nights, from each half hour on. A night that did not have the whole hour, by its bedtime or because the clocks skipped
 * it, says nothing of it.
 */
export function trialsByHour(nights: readonly ChildNight[], timeZone: string): HourTrials[] {
  const criesByNight = nights.map(({ cries }) => cries.map((at) => halfHourAt(at, timeZone)));
  const densities = densitiesOf(nights, criesByNight);
  return Array.from({ length: HALF_HOURS }, (_, halfHour) => {
    const second = (halfHour + 1) % HALF_HOURS;
    const density = Math.max(densities(halfHour - NEIGHBOUR_HALF_HOURS), densities(halfHour + 2));
    const trials = nights.flatMap(({ halfHours, window, cries }, place): HourTrial[] => {
      const shown = (halfHours[halfHour] ?? 0) + (halfHours[second] ?? 0);
      if (shown < HOUR_MS) return [];
      const hit = criesByNight[place]?.some((at) => at === halfHour || at === second) ?? false;
      const evenly = 1 / (window.to - window.from);
      // A sum and no product: cries keep apart from each other, and then a night of three has three chances at an hour.
      return [
        { nightIndex: place, isHit: hit, probability: Math.min(1, cries.length * shown * Math.max(evenly, density)) },
      ];
    });
    return { halfHour, trials };
  }).filter(({ trials }) => trials.length > 0);
}

/**
 * How thick the cries of all nights lie in the two hours from a half hour on: their part in a night's cries, by the millisecond. Most children
 * wake more in the second half of the night, and then no hour of it is a special one.
 */
function densitiesOf(nights: readonly ChildNight[], heard: readonly (readonly number[])[]) {
  const cries = new Float64Array(HALF_HOURS);
  for (const place of heard.flat()) cries[place] = (cries[place] ?? 0) + 1;
  const chances = new Float64Array(HALF_HOURS);
  for (const night of nights)
    for (const [place, shown] of night.halfHours.entries())
      chances[place] = (chances[place] ?? 0) + shown * night.cries.length;
  const sum = (of: Float64Array, from: number) =>
    Array.from({ length: NEIGHBOUR_HALF_HOURS }, (_, add) => of[(from + add + HALF_HOURS) % HALF_HOURS] ?? 0).reduce(
      (total, value) => total + value,
      0,
    );
  return (from: number): number => {
    const all = sum(chances, from);
    return all === 0 ? 0 : sum(cries, from) / all;
  };
}

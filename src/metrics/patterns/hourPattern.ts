import type { HourPattern } from '@/domain/pattern';
import type { Zone } from '@/lib/zone';
import { chanceOfAtLeast } from './chance';
import type { ChildNight } from './childNights';
import { halfHourStart } from './halfHours';
import { type HourTrial, trialsByHour } from './hourTrials';
import { isPatternOver, isWorthShowing, MIN_NIGHTS, MIN_SHARE } from './thresholds';

/**
 * The largest accepted probability that wake-ups at random hours look like this pattern, times the
 * number of hours that are searched. It is far below the customary 5 %, because the first and the
 * last night are searched as well, and because the search is repeated every morning.
 */
const MAX_CHANCE = 0.0003;

/**
 * Returns the hour on the wall clock in which a child wakes in most nights; null when there is
 * none. Hours begin on the hour or on the half hour, so that wake-ups around three are not divided
 * between two and three. Of several hours, one whose pattern still holds is preferred, and then the
 * one that is least likely by chance. Source: metrics.md, "Patterns".
 *
 * @param nights in ascending order
 * @example in nine of eleven nights a wake-up between 2:00 and 3:00, two or three wake-ups a night
 * → 02:00, 03:00, matchingNights 9
 */
export function hourPattern(childId: string, nights: readonly ChildNight[], zone: Zone): HourPattern | null {
  const hours = trialsByHour(nights, zone);
  const [best] = hours
    .map(({ halfHour, trials }) => ({ halfHour, trials, run: findLeastLikelyRun(trials, nights) }))
    .flatMap(({ run, ...hour }) => (run && run.chance * hours.length <= MAX_CHANCE ? [{ ...hour, ...run }] : []))
    .map((hour) => ({ ...hour, nightsSince: hour.trials.length - 1 - hour.last }))
    .sort(
      (a, b) =>
        Number(isPatternOver(a.nightsSince)) - Number(isPatternOver(b.nightsSince)) ||
        weightedChance(a) - weightedChance(b),
    );
  if (!best) return null;
  const { halfHour, trials, first, last, nightsSince } = best;
  // Index -1 has no night, so `from` and `to` are undefined if a trial is missing.
  const [from, to] = [nights[trials[first]?.nightIndex ?? -1], nights[trials[last]?.nightIndex ?? -1]];
  if (!from || !to) return null;
  const runTrials = trials.slice(first, last + 1);
  return {
    kind: 'hour',
    childId,
    from: from.night,
    to: to.night,
    nights: runTrials.length,
    matchingNights: runTrials.filter(({ isHit }) => isHit).length,
    nightsSince,
    isOver: isPatternOver(nightsSince),
    begins: halfHourStart(halfHour),
    ends: halfHourStart(halfHour + 2),
  };
}

/**
 * People think in full hours. An hour that begins on the half hour is preferred only if it is less
 * than half as likely by chance.
 */
const weightedChance = ({ chance, halfHour }: { chance: number; halfHour: number }): number =>
  halfHour % 2 === 0 ? chance : 2 * chance;

/** A run of nights. */
interface Run {
  /** The indexes of the first and the last trial. */
  first: number;
  last: number;
  /** The probability that the run has as many hits by chance, 0 to 1. */
  chance: number;
}

/**
 * Returns the run of nights, from one with a wake-up in the hour to another, that is least likely
 * by chance; null when no run is long enough.
 */
function findLeastLikelyRun(trials: readonly HourTrial[], nights: readonly ChildNight[]): Run | null {
  const hitIndexes = trials.flatMap(({ isHit }, index) => (isHit ? [index] : []));
  let best: Run | null = null;
  for (const [lastHit, last] of hitIndexes.entries()) {
    const night = nights[trials[last]?.nightIndex ?? -1];
    if (!night || !isWorthShowing(night)) continue;
    for (let firstHit = 0; firstHit + MIN_NIGHTS <= lastHit + 1; firstHit += 1) {
      const first = hitIndexes[firstHit] ?? 0;
      const hitCount = lastHit - firstHit + 1;
      if (hitCount < MIN_SHARE * (last - first + 1)) continue;
      const probabilities = trials.slice(first, last + 1).map((trial) => trial.probability);
      const chance = chanceOfAtLeast(probabilities, hitCount);
      if (best === null || chance <= best.chance) best = { first, last, chance };
    }
  }
  return best;
}

import type { HourPattern } from '@/domain/pattern';
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
export function hourPattern(childId: string, nights: readonly ChildNight[], timeZone: string): HourPattern | null {
  const hours = trialsByHour(nights, timeZone);
  const [best] = hours
    .map(({ halfHour, trials }) => ({ halfHour, trials, run: leastLikely(trials, nights) }))
    .flatMap(({ run, ...hour }) => (run && run.chance * hours.length <= MAX_CHANCE ? [{ ...hour, ...run }] : []))
    .map((found) => ({ ...found, since: found.trials.length - 1 - found.last }))
    .sort((a, b) => Number(isPatternOver(a.since)) - Number(isPatternOver(b.since)) || preference(a) - preference(b));
  if (!best) return null;
  const { halfHour, trials, first, last, since } = best;
  const [from, to] = [nights[trials[first]?.nightIndex ?? -1], nights[trials[last]?.nightIndex ?? -1]];
  if (!from || !to) return null;
  const within = trials.slice(first, last + 1);
  return {
    kind: 'hour',
    childId,
    from: from.night,
    to: to.night,
    nights: within.length,
    matchingNights: within.filter(({ isHit }) => isHit).length,
    nightsSince: since,
    isOver: isPatternOver(since),
    begins: halfHourStart(halfHour),
    ends: halfHourStart(halfHour + 2),
  };
}

/**
 * People think in full hours. An hour that begins on the half hour is preferred only if it is less
 * than half as likely by chance.
 */
const preference = ({ chance, halfHour }: { chance: number; halfHour: number }): number =>
  halfHour % 2 === 0 ? chance : 2 * chance;

interface LikelyRun {
  first: number;
  last: number;
  chance: number;
}

/**
 * Returns the run of nights, from one with a wake-up in the hour to another, that is least likely
 * by chance; null when no run is long enough.
 */
function leastLikely(trials: readonly HourTrial[], nights: readonly ChildNight[]): LikelyRun | null {
  const hits = trials.flatMap(({ isHit }, index) => (isHit ? [index] : []));
  let best: LikelyRun | null = null;
  for (const [end, last] of hits.entries()) {
    const night = nights[trials[last]?.nightIndex ?? -1];
    if (!night || !isWorthShowing(night)) continue;
    for (let begin = 0; begin + MIN_NIGHTS <= end + 1; begin += 1) {
      const first = hits[begin] ?? 0;
      const hitCount = end - begin + 1;
      if (hitCount < MIN_SHARE * (last - first + 1)) continue;
      const probabilities = trials.slice(first, last + 1).map((trial) => trial.probability);
      const chance = chanceOfAtLeast(probabilities, hitCount);
      if (best === null || chance <= best.chance) best = { first, last, chance };
    }
  }
  return best;
}

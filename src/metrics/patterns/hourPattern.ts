import type { HourPattern } from '@/domain/pattern';
import { chanceOfAtLeast } from './chance';
import type { ChildNight } from './childNights';
import { halfHourStart } from './halfHours';
import { type HourTrial, trialsByHour } from './hourTrials';
import { isPatternOver, isWorthShowing, MIN_NIGHTS, MIN_SHARE } from './thresholds';

/**
 * How likely it may be that wake-ups that care for no hour fall like this, times the number of hours that are looked at. Far
 * below the customary twentieth, for the first and the last night are looked for as well, and the next morning somebody looks again.
 */
const AT_MOST_BY_CHANCE = 0.0003;

/**
 * The hour on the wall in which a child wakes in most nights; null where there is none. Hours begin at the full and at the half, so that a
 * wake-up around three is not divided between two and three. Of several hours one that goes on, then the one that chance would make the
 * least readily. Source: metrics.md, "Patterns".
 *
 * @param nights in their order
 * @example in nine of eleven nights a wake-up between 2:00 and 3:00, two or three wake-ups a night → 02:00, 03:00, held 9
 */
export function hourPattern(childId: string, nights: readonly ChildNight[], timeZone: string): HourPattern | null {
  const hours = trialsByHour(nights, timeZone);
  const [best] = hours
    .map(({ halfHour, trials }) => ({ halfHour, looks: trials, run: leastLikely(trials, nights) }))
    .flatMap(({ run, ...hour }) => (run && run.chance * hours.length <= AT_MOST_BY_CHANCE ? [{ ...hour, ...run }] : []))
    .map((found) => ({ ...found, since: found.looks.length - 1 - found.last }))
    .sort((a, b) => Number(isPatternOver(a.since)) - Number(isPatternOver(b.since)) || preference(a) - preference(b));
  if (!best) return null;
  const { halfHour, looks, first, last, since } = best;
  const [from, to] = [nights[looks[first]?.nightIndex ?? -1], nights[looks[last]?.nightIndex ?? -1]];
  if (!from || !to) return null;
  const within = looks.slice(first, last + 1);
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

/** People say full hours: one from the half is told only if it is less than half as likely. */
const preference = ({ chance, halfHour }: { chance: number; halfHour: number }): number =>
  halfHour % 2 === 0 ? chance : 2 * chance;

interface LikelyRun {
  first: number;
  last: number;
  chance: number;
}

/** The run of nights, from one with a wake-up in that hour to another, that chance would make the least readily. */
function leastLikely(looks: readonly HourTrial[], nights: readonly ChildNight[]): LikelyRun | null {
  const hits = looks.flatMap(({ isHit }, index) => (isHit ? [index] : []));
  let best: LikelyRun | null = null;
  for (const [end, last] of hits.entries()) {
    const night = nights[looks[last]?.nightIndex ?? -1];
    if (!night || !isWorthShowing(night)) continue;
    for (let begin = 0; begin + MIN_NIGHTS <= end + 1; begin += 1) {
      const first = hits[begin] ?? 0;
      const held = end - begin + 1;
      if (held < MIN_SHARE * (last - first + 1)) continue;
      const likely = looks.slice(first, last + 1).map((look) => look.probability);
      const chance = chanceOfAtLeast(likely, held);
      if (best === null || chance <= best.chance) best = { first, last, chance };
    }
  }
  return best;
}

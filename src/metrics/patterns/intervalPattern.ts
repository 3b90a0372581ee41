import type { IntervalPattern } from '@/domain/pattern';
import { MINUTE_MS } from '@/lib/time';
import { median } from '@/metrics/percentiles';
import type { ChildNight } from './childNights';
import { isPatternOver, isWorthShowing, MIN_NIGHTS } from './thresholds';

/** Two cries are a distance, three are a rhythm. */
const MIN_CRIES = 3;
/** Standard deviation by mean. "Every two hours" is to mean between one and a half and two and a half, mostly; of cries at any time it is about 0.8. */
const MAX_SPREAD = 0.3;
/** A night’s own mean lies within a third of the usual distance, or the night goes by another clock. */
const MAX_NIGHT_DEVIATION = 1 / 3;
/** Twice the distance without a cry before the morning, and the night was not woken "every" anything. */
const MAX_QUIET_DISTANCES = 2;
/** One night in five may be another one. */
const MIN_MATCHING_SHARE = 0.8;

interface Distances {
  all: readonly number[];
  mean: number;
  /** From the last cry to the night's end; none where that was the morning. */
  quiet: number;
}

/**
 * The child who wakes at regular distances, all night long; null otherwise. From cry to cry: that is what a clock beside the bed
 * shows, and when it was over is more often a guess. The stretch from bedtime to the first cry is no distance. Of the nights it could
 * be said of, the longest run up to the latest night. Source: metrics.md, "Patterns".
 *
 * @param nights in their order
 * @example eleven nights of cries 1 h 50 to 2 h 20 apart → everyMinutes 125, held 11
 */
export function intervalPattern(childId: string, nights: readonly ChildNight[]): IntervalPattern | null {
  const distances = nights.map(distancesOf);
  for (let last = nights.length - 1; last + 1 >= MIN_NIGHTS; last -= 1) {
    const [end, own] = [nights[last], distances[last]];
    if (!end || !isWorthShowing(end)) return null;
    if (!own) continue;
    for (let first = 0; first + MIN_NIGHTS <= last + 1; first += 1) {
      const begin = nights[first];
      const rhythm = begin && rhythmOf(distances.slice(first, last + 1));
      if (!rhythm) continue;
      const since = nights.length - 1 - last;
      return {
        kind: 'interval',
        childId,
        from: begin.night,
        to: end.night,
        nights: last - first + 1,
        nightsSince: since,
        isOver: isPatternOver(since),
        ...rhythm,
      };
    }
  }
  return null;
}

/** Null of a night with too few cries. */
function distancesOf({ cries, window, upForDay }: ChildNight): Distances | null {
  const last = cries.at(-1);
  if (last === undefined || cries.length < MIN_CRIES) return null;
  const all = cries.slice(1).map((at, index) => at - (cries[index] ?? at));
  return { all, mean: meanOf(all), quiet: upForDay ? 0 : window.to - last };
}

type Rhythm = Pick<IntervalPattern, 'matchingNights' | 'everyMinutes' | 'stdDevMinutes' | 'distanceCount'>;

/** What goes from the first to the last of some nights; null unless both are of it, and almost all between. */
function rhythmOf(run: readonly (Distances | null)[]): Rhythm | null {
  const enough = Math.max(MIN_NIGHTS, MIN_MATCHING_SHARE * run.length);
  const woken = run.filter((night) => night !== null);
  if (woken.length < enough) return null;
  const usual = median(woken.map((night) => night.mean)) ?? 0;
  const holds = (night: Distances | null): night is Distances =>
    night !== null &&
    Math.abs(night.mean - usual) <= MAX_NIGHT_DEVIATION * usual &&
    night.quiet <= MAX_QUIET_DISTANCES * usual;
  const holding = run.filter(holds);
  if (!holds(run[0] ?? null) || !holds(run.at(-1) ?? null) || holding.length < enough) return null;
  const all = holding.flatMap((night) => night.all);
  const mean = meanOf(all);
  const spread = Math.sqrt(meanOf(all.map((value) => (value - mean) ** 2)));
  if (spread > MAX_SPREAD * mean) return null;
  return {
    matchingNights: holding.length,
    everyMinutes: mean / MINUTE_MS,
    stdDevMinutes: spread / MINUTE_MS,
    distanceCount: all.length,
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

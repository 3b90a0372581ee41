import type { IntervalPattern } from '@/domain/pattern';
import { MINUTE_MS } from '@/lib/time';
import { median } from '@/metrics/percentiles';
import type { ChildNight } from './childNights';
import { isPatternOver, isWorthShowing, MIN_NIGHTS } from './thresholds';

/** Two cries have one distance between them. A rhythm needs at least two distances. */
const MIN_CRIES = 3;
/**
 * The largest ratio of standard deviation to mean. "Every two hours" should mean between one and a
 * half and two and a half hours in most cases. For cries at random times the ratio is about 0.8.
 */
const MAX_SPREAD = 0.3;
/**
 * The mean distance of a night may differ from the usual distance by a third. Otherwise the night
 * has another rhythm.
 */
const MAX_NIGHT_DEVIATION = 1 / 3;
/**
 * If more than two usual distances of quiet come before the morning, the rhythm ended within the
 * night.
 */
const MAX_QUIET_DISTANCES = 2;
/** One night in five may have no rhythm, or another one. */
const MIN_MATCHING_SHARE = 0.8;

/** The distances between the cries of one night, in milliseconds. */
interface Distances {
  distancesMs: readonly number[];
  meanMs: number;
  /**
   * Milliseconds from the last cry to the end of the night; 0 if the last cry ended in "up for the
   * day".
   */
  quietMs: number;
}

/**
 * Returns the rhythm of a child who wakes at regular distances all night long; null otherwise. A
 * distance is measured from cry to cry, because a clock beside the bed shows the time of a cry,
 * while the end of an incident is often a guess. The time from bedtime to the first cry is no
 * distance. The result is the longest run of nights that ends with the latest possible night.
 * Source: metrics.md, "Patterns".
 *
 * @param nights in ascending order
 * @example eleven nights of cries 1 h 50 to 2 h 20 apart → everyMinutes 125, matchingNights 11
 */
export function intervalPattern(childId: string, nights: readonly ChildNight[]): IntervalPattern | null {
  const distances = nights.map(distancesOf);
  for (let last = nights.length - 1; last + 1 >= MIN_NIGHTS; last -= 1) {
    const [end, lastDistances] = [nights[last], distances[last]];
    if (!end || !isWorthShowing(end)) return null;
    if (!lastDistances) continue;
    for (let first = 0; first + MIN_NIGHTS <= last + 1; first += 1) {
      const begin = nights[first];
      const rhythm = begin && rhythmOf(distances.slice(first, last + 1));
      if (!rhythm) continue;
      const nightsSince = nights.length - 1 - last;
      return {
        kind: 'interval',
        childId,
        from: begin.night,
        to: end.night,
        nights: last - first + 1,
        nightsSince,
        isOver: isPatternOver(nightsSince),
        ...rhythm,
      };
    }
  }
  return null;
}

/** Returns the distances of a night; null if the night has too few cries. */
function distancesOf({ cries, window, upForDay }: ChildNight): Distances | null {
  const lastCryAt = cries.at(-1);
  if (lastCryAt === undefined || cries.length < MIN_CRIES) return null;
  const distancesMs = cries.slice(1).map((at, index) => at - (cries[index] ?? at));
  return { distancesMs, meanMs: meanOf(distancesMs), quietMs: upForDay ? 0 : window.to - lastCryAt };
}

type Rhythm = Pick<IntervalPattern, 'matchingNights' | 'everyMinutes' | 'stdDevMinutes' | 'distanceCount'>;

/**
 * Returns the rhythm of a run of nights; null unless the first night, the last night and almost all
 * nights between them have it.
 */
function rhythmOf(run: readonly (Distances | null)[]): Rhythm | null {
  const minMatching = Math.max(MIN_NIGHTS, MIN_MATCHING_SHARE * run.length);
  const nightsWithDistances = run.filter((night) => night !== null);
  if (nightsWithDistances.length < minMatching) return null;
  const usualMs = median(nightsWithDistances.map((night) => night.meanMs)) ?? 0;
  const isRegular = (night: Distances | null): night is Distances =>
    night !== null &&
    Math.abs(night.meanMs - usualMs) <= MAX_NIGHT_DEVIATION * usualMs &&
    night.quietMs <= MAX_QUIET_DISTANCES * usualMs;
  const regularNights = run.filter(isRegular);
  if (!isRegular(run[0] ?? null) || !isRegular(run.at(-1) ?? null) || regularNights.length < minMatching) return null;
  const distancesMs = regularNights.flatMap((night) => night.distancesMs);
  const meanMs = meanOf(distancesMs);
  const stdDevMs = Math.sqrt(meanOf(distancesMs.map((ms) => (ms - meanMs) ** 2)));
  if (stdDevMs > MAX_SPREAD * meanMs) return null;
  return {
    matchingNights: regularNights.length,
    everyMinutes: meanMs / MINUTE_MS,
    stdDevMinutes: stdDevMs / MINUTE_MS,
    distanceCount: distancesMs.length,
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

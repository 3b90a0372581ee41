import type { IntervalPattern } from '@/domain/pattern';
import { MINUTE_MS } from '@/lib/time';
import { median } from '@/metrics/percentiles';
import type { ChildNight } from './childNights';
import { isOver, isTold, MIN_NIGHTS } from './rules';

/** Two cries are a distance, three are a rhythm. */
const MIN_CRIES = 3;
/** Standard deviation by mean. "Every two hours" is to mean between one and a half and two and a half, mostly; of cries at any time it is about 0.8. */
const MAX_SPREAD = 0.3;
/** A night’s own mean lies within a third of the usual distance, or the night goes by another clock. */
const NIGHT_OFF_BY = 1 / 3;
/** Twice the distance without a cry before the morning, and the night was not woken "every" anything. */
const MAX_QUIET = 2;
/** One night in five may be another one. */
const HELD_AT_LEAST = 0.8;

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
    if (!end || !isTold(end)) return null;
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
        since,
        over: isOver(since),
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

type Rhythm = Pick<IntervalPattern, 'held' | 'everyMinutes' | 'spreadMinutes' | 'distances'>;

/** What goes from the first to the last of some nights; null unless both are of it, and almost all between. */
function rhythmOf(run: readonly (Distances | null)[]): Rhythm | null {
  const enough = Math.max(MIN_NIGHTS, HELD_AT_LEAST * run.length);
  const woken = run.filter((night) => night !== null);
  if (woken.length < enough) return null;
  const usual = median(woken.map((night) => night.mean)) ?? 0;
  const holds = (night: Distances | null): night is Distances =>
    night !== null && Math.abs(night.mean - usual) <= NIGHT_OFF_BY * usual && night.quiet <= MAX_QUIET * usual;
  const holding = run.filter(holds);
  if (!holds(run[0] ?? null) || !holds(run.at(-1) ?? null) || holding.length < enough) return null;
  const all = holding.flatMap((night) => night.all);
  const mean = meanOf(all);
  const spread = Math.sqrt(meanOf(all.map((value) => (value - mean) ** 2)));
  if (spread > MAX_SPREAD * mean) return null;
  return {
    held: holding.length,
    everyMinutes: mean / MINUTE_MS,
    spreadMinutes: spread / MINUTE_MS,
    distances: all.length,
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

import type { ChangePattern } from '@/domain/pattern';
import type { Episode } from '@/domain/rows/others';
import { DAY_MS } from '@/lib/time';
import type { ChildNight } from './childNights';
import { isPatternOver, isWorthShowing, MIN_NIGHTS, MIN_SHARE } from './thresholds';

/**
 * The step must be this many times as high as the usual variation of the nights. Two times is
 * customary. But this step is searched between any two nights, and again on the next morning, so
 * the limit is higher.
 */
const MIN_STEP = 3.75;
/**
 * A step just after an illness began (or ended) is searched in four nights only, so a lower limit
 * is enough.
 */
const MIN_STEP_AFTER_ILLNESS = 3;
/** A difference of less than one wake-up per night is not worth a message. */
const MIN_DIFFERENCE = 1;
/** Half as many again, or a third fewer: nobody notices a change from ten to eleven. */
const MIN_RATIO = 1.5;
/**
 * An illness that began at most this many days before the step is named with it, because a child
 * carries an illness for some days before the nights show it.
 */
const MAX_DAYS_BEFORE = 3;

/**
 * After two weeks a change is no news any more. The limit also leaves enough nights before the step
 * to compare with.
 */
const MAX_NIGHTS_SINCE = 14;

interface LevelChange {
  /** The indexes of the first and the last night of the new level. */
  first: number;
  last: number;
  /** The mean numbers of wake-ups per night before `first`, and from `first` to `last`. */
  before: number;
  after: number;
  /** The size of the step relative to the variation of the nights on its two sides. */
  score: number;
}

/**
 * Returns the night since which a child wakes more often, or less often, than before; null when
 * there is none. Of several steps, the result is the one that is highest relative to the variation
 * of the nights on its two sides. Source: metrics.md, "Patterns".
 *
 * @param nights in ascending order
 * @example 2, 1, 2, 2, 1, 2, then 5, 4, 5, 6, 4 → since the seventh, 4.8 a night, 1.7 before
 */
export function changePattern(
  childId: string,
  nights: readonly ChildNight[],
  episodes: readonly Episode[],
): ChangePattern | null {
  const counts = nights.map(({ cries }) => cries.length);
  const positions = nights.map(({ ago }) => -ago);
  const childEpisodes = episodes.filter((episode) => episode.childId === childId && episode.deletedAt === null);
  let best: (LevelChange & Pick<ChangePattern, 'illness'>) | null = null;
  for (let last = nights.length - 1; last + 1 >= 2 * MIN_NIGHTS; last -= 1) {
    const end = nights[last];
    if (!end || !isWorthShowing(end)) break;
    for (let first = MIN_NIGHTS; first + MIN_NIGHTS <= last + 1; first += 1) {
      const begin = nights[first];
      const step = begin && changeAt(counts, positions, first, last);
      if (!step || (best && step.score <= best.score)) continue;
      const illness = illnessBefore(begin, directionOf(step), childEpisodes);
      if (step.score >= (illness ? MIN_STEP_AFTER_ILLNESS : MIN_STEP)) best = { ...step, illness };
    }
  }
  // Index -1 has no night, so both are undefined when no step was found.
  const [from, to] = [nights[best?.first ?? -1], nights[best?.last ?? -1]];
  // The age limit applies to the highest step only. A lower step in its place would have a wrong
  // date.
  if (!best || !from || !to || from.ago - to.ago >= MAX_NIGHTS_SINCE) return null;
  const { first, last, before, after, illness } = best;
  const nightsSince = nights.length - 1 - last;
  return {
    kind: 'change',
    childId,
    from: from.night,
    to: to.night,
    nights: last - first + 1,
    matchingNights: counts.slice(first, last + 1).filter(isOnNewSide(best)).length,
    nightsSince,
    isOver: isPatternOver(nightsSince),
    direction: directionOf(best),
    perNight: after,
    perNightBefore: before,
    nightsBefore: first,
    illness,
  };
}

const directionOf = ({ before, after }: LevelChange): ChangePattern['direction'] => (after > before ? 'more' : 'fewer');

/**
 * Returns the step between the nights `first - 1` and `first`, as seen on the morning after `last`;
 * null when the counts show no step.
 */
function changeAt(
  counts: readonly number[],
  positions: readonly number[],
  first: number,
  last: number,
): LevelChange | null {
  const [earlier, recent, later] = [counts.slice(0, first), counts.slice(first, last + 1), counts.slice(last + 1)];
  const [before, after] = [meanOf(earlier), meanOf(recent)];
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  if (high - low < MIN_DIFFERENCE || high < MIN_RATIO * low) return null;
  const holds = isOnNewSide({ before, after });
  // Until a pattern is over, the trailing nights that do not match still belong to it. So a step
  // counts only if `later` is empty while the pattern continues, or is exactly those nights once it
  // is over.
  const nightsOff = counts.length - 1 - counts.findLastIndex(holds);
  const isOver = isPatternOver(nightsOff);
  const isPeriodRight = later.length === 0 ? !isOver : isOver && nightsOff === later.length;
  if (!isPeriodRight) return null;
  // One terrible night is no step, and neither is one quiet night among many bad ones.
  if (recent.filter(holds).length < MIN_SHARE * recent.length) return null;
  if (earlier.filter(holds).length > (1 - MIN_SHARE) * earlier.length) return null;
  const searchedCounts = [...earlier, ...recent];
  const residual = squares(earlier, before) + squares(recent, after);
  if (residual >= squaresAroundLine(searchedCounts, positions.slice(0, last + 1))) return null;
  return {
    first,
    last,
    before,
    after,
    score: Math.sqrt(likelihoodRatio(earlier, recent) / dispersion(earlier, recent)),
  };
}

/**
 * Returns a function that says whether a count lies on the new side of the middle between `before`
 * and `after`.
 */
const isOnNewSide =
  ({ before, after }: { before: number; after: number }) =>
  (count: number): boolean =>
    after > before ? count > (before + after) / 2 : count < (before + after) / 2;

/**
 * Returns twice the log likelihood ratio of two Poisson rates against one, after S. S. Wilks: how
 * much better two rates explain the counts than one rate does.
 */
function likelihoodRatio(earlier: readonly number[], recent: readonly number[]): number {
  const rate = meanOf([...earlier, ...recent]);
  const gain = (counts: readonly number[]) => {
    const sideRate = meanOf(counts);
    return sideRate === 0 ? 0 : sideRate * counts.length * Math.log(sideRate / rate);
  };
  return 2 * (gain(earlier) + gain(recent));
}

/**
 * Returns how much more the nights of each side vary than Poisson counts do by chance, at least 1.
 * Bad nights come in clusters, so the variation is often larger.
 */
function dispersion(earlier: readonly number[], recent: readonly number[]): number {
  const chiSquared = (counts: readonly number[]) => {
    const mean = meanOf(counts);
    return mean === 0 ? 0 : squares(counts, mean) / mean;
  };
  return Math.max(1, (chiSquared(earlier) + chiSquared(recent)) / (earlier.length + recent.length - 2));
}

/**
 * Returns the sum of squared residuals around a straight line through the counts. If a line
 * explains the counts better than a step does, the change was gradual and has no date.
 */
function squaresAroundLine(counts: readonly number[], positions: readonly number[]): number {
  const [mean, middle] = [meanOf(counts), meanOf(positions)];
  const covariation = positions.reduce(
    (sum, position, index) => sum + (position - middle) * ((counts[index] ?? 0) - mean),
    0,
  );
  return squares(counts, mean) - covariation ** 2 / squares(positions, middle);
}

/**
 * Returns the illness that began before an increase or ended before a decrease, the latest if there
 * are several; null when there is none.
 */
function illnessBefore(
  { night }: ChildNight,
  direction: ChangePattern['direction'],
  episodes: readonly Episode[],
): ChangePattern['illness'] {
  const edge = direction === 'more' ? 'began' : 'ended';
  const found = episodes
    .flatMap(({ kind, label, startDay, endDay, id }) => {
      const edgeDay = edge === 'began' ? startDay : endDay;
      const daysBefore = edgeDay === null ? -1 : (Date.parse(night) - Date.parse(edgeDay)) / DAY_MS;
      return daysBefore < 0 || daysBefore > MAX_DAYS_BEFORE ? [] : [{ id, kind, label, daysBefore }];
    })
    .sort((a, b) => a.daysBefore - b.daysBefore || (a.id < b.id ? -1 : 1))[0];
  return found ? { what: edge, kind: found.kind, label: found.label, daysBefore: found.daysBefore } : null;
}

const squares = (values: readonly number[], mean: number): number =>
  values.reduce((sum, value) => sum + (value - mean) ** 2, 0);

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

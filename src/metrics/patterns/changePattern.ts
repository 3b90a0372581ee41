import type { ChangePattern } from '@/domain/pattern';
import type { Episode } from '@/domain/rows/others';
import { DAY_MS } from '@/lib/time';
import type { ChildNight } from './childNights';
import { isPatternOver, isWorthShowing, MIN_NIGHTS, MIN_SHARE } from './thresholds';

/**
 * How many times its usual wobble a step has to be high. Two are customary; but this one is looked for between any two nights, and
 * the next morning again.
 */
const MIN_STEP = 3.75;
/** Where an illness began (or ended) the step is looked for in four nights only, and need not stand out as much. */
const MIN_STEP_AFTER_ILLNESS = 3;
/** Less than one wake-up a night more or fewer is nothing to tell anybody. */
const MIN_DIFFERENCE = 1;
/** Half as many again, or a third fewer: eleven instead of ten is not what anybody would notice. */
const MIN_RATIO = 1.5;
/** An illness is named that began up to so many days before: it is in the house before it is in the nights. */
const MAX_DAYS_BEFORE = 3;

/** After two weeks it is no news any more but how things are; and of so many nights enough are left before it to compare with. */
const MAX_NIGHTS_SINCE = 14;

interface LevelChange {
  /** The first night of the new state, and the last. */
  first: number;
  last: number;
  before: number;
  after: number;
  score: number;
}

/**
 * The night since which a child wakes more often than before, or less; null where there is none. What is shown is the step that is highest
 * against the wobble of the nights on its two sides. Source: metrics.md, "Patterns".
 *
 * @param nights in their order
 * @example 2, 1, 2, 2, 1, 2, then 5, 4, 5, 6, 4 → since the seventh, 4.8 a night, 1.7 before
 */
export function changePattern(
  childId: string,
  nights: readonly ChildNight[],
  episodes: readonly Episode[],
): ChangePattern | null {
  const counts = nights.map(({ cries }) => cries.length);
  const places = nights.map(({ ago }) => -ago);
  const own = episodes.filter((episode) => episode.childId === childId && episode.deletedAt === null);
  let best: (LevelChange & Pick<ChangePattern, 'illness'>) | null = null;
  for (let last = nights.length - 1; last + 1 >= 2 * MIN_NIGHTS; last -= 1) {
    const end = nights[last];
    if (!end || !isWorthShowing(end)) break;
    for (let first = MIN_NIGHTS; first + MIN_NIGHTS <= last + 1; first += 1) {
      const begin = nights[first];
      const step = begin && changeAt(counts, places, first, last);
      if (!step || (best && step.score <= best.score)) continue;
      const illness = illnessBefore(begin, directionOf(step), own);
      if (step.score >= (illness ? MIN_STEP_AFTER_ILLNESS : MIN_STEP)) best = { ...step, illness };
    }
  }
  const [from, to] = [nights[best?.first ?? -1], nights[best?.last ?? -1]];
  // Asked only of the highest: a lower one in its stead would have a wrong date.
  if (!best || !from || !to || from.ago - to.ago >= MAX_NIGHTS_SINCE) return null;
  const { first, last, before, after, illness } = best;
  const since = nights.length - 1 - last;
  return {
    kind: 'change',
    childId,
    from: from.night,
    to: to.night,
    nights: last - first + 1,
    matchingNights: counts.slice(first, last + 1).filter(isOnNewSide(best)).length,
    nightsSince: since,
    isOver: isPatternOver(since),
    direction: directionOf(best),
    perNight: after,
    perNightBefore: before,
    nightsBefore: first,
    illness,
  };
}

const directionOf = ({ before, after }: LevelChange): ChangePattern['direction'] => (after > before ? 'more' : 'fewer');

/** The step between two nights, seen from `last`; null where it is none. */
function changeAt(
  counts: readonly number[],
  places: readonly number[],
  first: number,
  last: number,
): LevelChange | null {
  const [old, recent, later] = [counts.slice(0, first), counts.slice(first, last + 1), counts.slice(last + 1)];
  const [before, after] = [meanOf(old), meanOf(recent)];
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  if (high - low < MIN_DIFFERENCE || high < MIN_RATIO * low) return null;
  const holds = isOnNewSide({ before, after });
  // What came later is left aside only where it is over by then; what is over does not go on.
  const off = counts.length - 1 - counts.findLastIndex(holds);
  if (later.length === 0 ? isPatternOver(off) : off !== later.length || !isPatternOver(off)) return null;
  // One terrible night is no step, nor is one that was quiet among many.
  if (recent.filter(holds).length < MIN_SHARE * recent.length) return null;
  if (old.filter(holds).length > (1 - MIN_SHARE) * old.length) return null;
  const seen = [...old, ...recent];
  const residual = squares(old, before) + squares(recent, after);
  if (residual >= squaresAroundLine(seen, places.slice(0, last + 1))) return null;
  return { first, last, before, after, score: Math.sqrt(likelihoodRatio(old, recent) / dispersion(old, recent)) };
}

/** Whether a count lies on the new side of the middle between before and after. */
const isOnNewSide =
  ({ before, after }: { before: number; after: number }) =>
  (count: number): boolean =>
    after > before ? count > (before + after) / 2 : count < (before + after) / 2;

/** Twice the log likelihood ratio of two Poisson rates against one, after S. S. Wilks: how much better two rates tell the counts. */
function likelihoodRatio(old: readonly number[], recent: readonly number[]): number {
  const rate = meanOf([...old, ...recent]);
  const gain = (counts: readonly number[]) => {
    const own = meanOf(counts);
    return own === 0 ? 0 : own * counts.length * Math.log(own / rate);
  };
  return 2 * (gain(old) + gain(recent));
}

/** How much more the nights of either side differ among themselves than counts do by chance, 1 if not more. Bad nights come in heaps. */
function dispersion(old: readonly number[], recent: readonly number[]): number {
  const part = (counts: readonly number[]) => {
    const mean = meanOf(counts);
    return mean === 0 ? 0 : squares(counts, mean) / mean;
  };
  return Math.max(1, (part(old) + part(recent)) / (old.length + recent.length - 2));
}

/** What is left of the counts around a straight line through them: if that tells them better, it went by and by and has no date. */
function squaresAroundLine(counts: readonly number[], places: readonly number[]): number {
  const [mean, middle] = [meanOf(counts), meanOf(places)];
  const along = places.reduce((sum, place, index) => sum + (place - middle) * ((counts[index] ?? 0) - mean), 0);
  return squares(counts, mean) - along ** 2 / squares(places, middle);
}

/** What began when it became more, or ended when it became fewer. The latest, if there are several. */
function illnessBefore(
  { night }: ChildNight,
  direction: ChangePattern['direction'],
  episodes: readonly Episode[],
): ChangePattern['illness'] {
  const what = direction === 'more' ? 'began' : 'ended';
  const found = episodes
    .flatMap(({ kind, label, startDay, endDay, id }) => {
      const day = what === 'began' ? startDay : endDay;
      const daysBefore = day === null ? -1 : (Date.parse(night) - Date.parse(day)) / DAY_MS;
      return daysBefore < 0 || daysBefore > MAX_DAYS_BEFORE ? [] : [{ id, kind, label, daysBefore }];
    })
    .sort((a, b) => a.daysBefore - b.daysBefore || (a.id < b.id ? -1 : 1))[0];
  return found ? { what, kind: found.kind, label: found.label, daysBefore: found.daysBefore } : null;
}

const squares = (values: readonly number[], mean: number): number =>
  values.reduce((sum, value) => sum + (value - mean) ** 2, 0);

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

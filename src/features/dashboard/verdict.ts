import type { Metrics } from '@/metrics/computeMetrics';
import { share } from '@/metrics/percentiles';
import { MIN_CASES } from './cases';

/** One of the four figures that answer whether it gets better. */
export interface KeyFigure {
  name: 'mttr' | 'wakeUps' | 'longest' | 'availability';
  /** The direction in which the figure improves. */
  better: 'less' | 'more';
  /** A smaller difference counts as no change. */
  minDifference: number;
  /** Minutes, wake-ups a night or a share; null if it is unknown. */
  valueIn(metrics: Metrics): number | null;
  /** How many cases the figure is computed from. */
  casesIn(metrics: Metrics): number;
}

const observedNights = ({ availability }: Metrics): number => availability.observedNights;

/** The figures in the order in which one of them is named as the reason. */
export const KEY_FIGURES: readonly KeyFigure[] = [
  {
    name: 'mttr',
    better: 'less',
    minDifference: 1,
    valueIn: ({ mttr }) => mttr.median,
    casesIn: ({ mttr }) => mttr.n,
  },
  {
    name: 'wakeUps',
    better: 'less',
    minDifference: 0.1,
    valueIn: (metrics) => share(metrics.incidents.counted, observedNights(metrics)),
    casesIn: observedNights,
  },
  {
    name: 'longest',
    better: 'more',
    minDifference: 1,
    valueIn: ({ availability }) => availability.longestStretch.best,
    casesIn: observedNights,
  },
  {
    name: 'availability',
    better: 'more',
    minDifference: 0.001,
    valueIn: ({ availability }) => availability.household,
    casesIn: observedNights,
  },
];

/** Which way a figure has moved; null if one of its two values is unknown. */
type Move = 'better' | 'worse' | 'same' | null;

/** Returns which way a figure has moved since the range before. */
function moveOf({ better, minDifference, valueIn }: KeyFigure, metrics: Metrics, previous: Metrics): Move {
  const [now, before] = [valueIn(metrics), valueIn(previous)];
  if (now === null || before === null) return null;
  const difference = now - before;
  if (Math.abs(difference) < minDifference) return 'same';
  return difference < 0 === (better === 'less') ? 'better' : 'worse';
}

export interface Verdict {
  /**
   * `none` without a logged night, `few` with fewer than five, `alone` if the range before has too
   * few to compare with. Otherwise it is decided by how many figures got better and how many worse;
   * `mostly` if at least one moved the other way, `mixed` if as many did.
   */
  kind: 'none' | 'few' | 'alone' | 'same' | 'mixed' | 'better' | 'mostlyBetter' | 'worse' | 'mostlyWorse';
  /** The figure that the sentence names: the first that moved in the verdict's direction. */
  reason: KeyFigure | null;
}

/**
 * Returns whether it gets better, compared with the range before, which is null if too few of its
 * nights are logged.
 */
export function verdictOf(metrics: Metrics, previous: Metrics | null): Verdict {
  const known = KEY_FIGURES.filter((figure) => figure.valueIn(metrics) !== null);
  const first = known[0] ?? null;
  if (observedNights(metrics) === 0) return { kind: 'none', reason: null };
  if (observedNights(metrics) < MIN_CASES) return { kind: 'few', reason: first };
  if (previous === null) return { kind: 'alone', reason: first };
  const moved = known
    .filter((figure) => figure.casesIn(metrics) >= MIN_CASES && figure.casesIn(previous) >= MIN_CASES)
    .map((figure) => ({ figure, move: moveOf(figure, metrics, previous) }));
  const [better, worse] = (['better', 'worse'] as const).map((wanted) => moved.filter(({ move }) => move === wanted));
  const [up, down] = [better?.length ?? 0, worse?.length ?? 0];
  if (up > down) return { kind: down === 0 ? 'better' : 'mostlyBetter', reason: better?.[0]?.figure ?? first };
  if (down > up) return { kind: up === 0 ? 'worse' : 'mostlyWorse', reason: worse?.[0]?.figure ?? first };
  return { kind: up === 0 ? 'same' : 'mixed', reason: first };
}

import { MINUTE_MS } from '@/lib/time';

/** How a set of durations lies. Minutes, not rounded; null where there are none. */
export interface Summary {
  mean: number | null;
  median: number | null;
  p90: number | null;
  n: number;
}

/**
 * The value below which a share `p` of the values lies, linear between the closest ranks: rank (n − 1)·p, as spreadsheets
 * (PERCENTILE.INC) and NumPy (its default) have it. Null where there is no value.
 *
 * @param sorted ascending
 * @example percentile([10, 20], 0.9) → 19: rank 0.9 lies nine tenths of the way from 10 to 20
 */
export function percentile(sorted: ArrayLike<number>, p: number): number | null {
  const rank = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (rank - Math.floor(rank));
}

export const median = (values: readonly number[]): number | null => percentile(ascending(values), 0.5);

/**
 * Mean, median and p90 of durations given in milliseconds, in minutes.
 *
 * @example summarize([1_200_000, 600_000]) → { mean: 15, median: 15, p90: 19, n: 2 }: 20 and 10 minutes
 */
export function summarize(durationsMs: readonly number[]): Summary {
  const minutes = ascending(durationsMs).map((ms) => ms / MINUTE_MS);
  const sum = minutes.reduce((total, value) => total + value, 0);
  return {
    mean: minutes.length === 0 ? null : sum / minutes.length,
    median: percentile(minutes, 0.5),
    p90: percentile(minutes, 0.9),
    n: minutes.length,
  };
}

/** A part of a whole, 0 to 1; null where there is no whole. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/* A typed array is sorted by number, and several times as fast. */
export const ascending = (values: readonly number[]): Float64Array => new Float64Array(values).sort();

/** The first place in an ascending list whose value is at least `wanted`. */
export function firstAtLeast(values: ArrayLike<number>, wanted: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

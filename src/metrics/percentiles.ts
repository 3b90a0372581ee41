import { MINUTE_MS } from '@/lib/time';

/**
 * Mean, median and 90th percentile of a set of durations, in minutes and not rounded. They are null
 * when the set is empty; `n` is its size.
 */
export interface Summary {
  mean: number | null;
  median: number | null;
  p90: number | null;
  n: number;
}

/**
 * Returns the value below which a share `p` of the values lies, interpolated linearly between the
 * closest ranks: rank (n − 1)·p, as in spreadsheets (PERCENTILE.INC) and NumPy (by default).
 * Null without values.
 *
 * @param sorted in ascending order
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
 * Returns the mean, median and p90 in minutes of durations given in milliseconds.
 *
 * @example summarize([1_200_000, 600_000]) → { mean: 15, median: 15, p90: 19, n: 2 }: 20 and 10
 * minutes
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

/** Returns a part divided by the whole, 0 to 1; null when the whole is 0. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/* A typed array sorts by number without a comparison function, and several times as fast. */
export const ascending = (values: readonly number[]): Float64Array => new Float64Array(values).sort();

/**
 * Returns the index of the first value that is at least `wanted`, in an ascending list; its length
 * if there is none.
 */
export function firstAtLeast(values: ArrayLike<number>, wanted: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

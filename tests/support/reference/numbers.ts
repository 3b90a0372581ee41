/* Sums and percentiles of a list of numbers. */

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : total(values) / values.length;

/**
 * Returns a percentile, interpolated linearly between the closest ranks: the rank is (n −
 * 1)·share.
 */
function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  const above = sorted[Math.ceil(rank)] ?? Number.NaN;
  return below + (above - below) * (rank - Math.floor(rank));
}

export const median = (values: readonly number[]): number | null => percentile(values, 0.5);

export const summary = (values: readonly number[]) => ({
  mean: mean(values),
  median: median(values),
  p90: percentile(values, 0.9),
  n: values.length,
});

export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

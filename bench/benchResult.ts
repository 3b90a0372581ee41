export interface BenchResult {
  name: string;
  measured: string;
  budget: string;
  isWithinBudget: boolean;
}

/** Returns the median of the values; NaN for an empty array. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** Returns the value below which the share `share` (0 to 1) of the values lies; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const formatMs = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/**
 * Compares the ratio of two medians (`ours` ÷ `theirs`, both in milliseconds) with its budget
 * `max`.
 */
export function ratioResult(
  what: string,
  ours: readonly number[],
  theirs: readonly number[],
  names: [string, string],
  max: number,
): BenchResult {
  const [a, b] = [median(ours), median(theirs)];
  return {
    name: what,
    measured: `${(a / b).toFixed(2)} × (${names[0]} ${formatMs(a)}, ${names[1]} ${formatMs(b)}, n = ${ours.length})`,
    budget: `${max} ×`,
    isWithinBudget: a / b <= max,
  };
}

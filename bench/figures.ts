export interface Figure {
  what: string;
  measured: string;
  budget: string;
  within: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** A ratio of two medians against its budget. */
export function ratio(
  what: string,
  ours: readonly number[],
  theirs: readonly number[],
  names: [string, string],
  max: number,
): Figure {
  const [a, b] = [median(ours), median(theirs)];
  return {
    what,
    measured: `${(a / b).toFixed(2)} × (${names[0]} ${ms(a)}, ${names[1]} ${ms(b)}, n = ${ours.length})`,
    budget: `${max} ×`,
    within: a / b <= max,
  };
}

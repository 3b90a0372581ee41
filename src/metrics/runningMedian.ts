import { median } from './percentiles';

/** A week, so that each weekday weighs the same. */
const WINDOW = 7;

/** With fewer known values in its window, a median says too little. */
const MIN_KNOWN = 3;

/**
 * Returns, for each value, the median of it and the six values before it, as far as they are known.
 * It is null where fewer than three of the seven are known. The result has as many elements as
 * `values`, in any unit.
 *
 * @example [10, 20, 60, null, 30] → [null, null, 20, 20, 25]
 */
export const runningMedian = (values: readonly (number | null)[]): (number | null)[] =>
  values.map((_, index) => {
    const known = values.slice(Math.max(0, index + 1 - WINDOW), index + 1).filter((value) => value !== null);
    return known.length < MIN_KNOWN ? null : median(known);
  });

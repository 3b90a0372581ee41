import { describe, expect, it } from 'vitest';
import { runningMedian } from '@/metrics/runningMedian';

describe('runningMedian', () => {
  it('is unknown until three values are known, and passes over unknown ones', () => {
    // 10, 20, 60 → 20; the same three → 20; 10, 20, 30, 60 → 25.
    expect(runningMedian([10, 20, 60, null, 30])).toEqual([null, null, 20, 20, 25]);
  });

  it('looks back seven values and no further', () => {
    const values = [99, 99, 99, 1, 2, 3, 4, 5, 6, 7];
    // The last window is 1 to 7, the first full one is 99, 99, 99, 1, 2, 3, 4.
    expect(runningMedian(values).at(6)).toBe(4);
    expect(runningMedian(values).at(-1)).toBe(4);
    expect(runningMedian([...values, 8]).at(-1)).toBe(5);
  });

  it('is unknown again after a week without values', () => {
    expect(runningMedian([1, 2, 3, null, null, null, null, null]).at(-1)).toBeNull();
  });

  it('of nothing is nothing', () => {
    expect(runningMedian([])).toEqual([]);
  });
});

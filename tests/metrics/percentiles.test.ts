import { describe, expect, it } from 'vitest';
import { median, percentile, share, summarize } from '@/metrics/percentiles';

const MINUTE = 60_000;

describe('percentile', () => {
  it('interpolates between the closest ranks', () => {
    // Rank (2 − 1)·0.9 = 0.9: 10 + 0.9·(20 − 10).
    expect(percentile([10, 20], 0.9)).toBe(19);
    // Rank (5 − 1)·0.9 = 3.6: 40 + 0.6·(50 − 40).
    expect(percentile([10, 20, 30, 40, 50], 0.9)).toBeCloseTo(46, 9);
  });

  it('returns a value of the list when the rank is whole', () => {
    // Rank (11 − 1)·0.9 = 9: the tenth value.
    expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100], 0.9)).toBe(10);
    expect(percentile([10, 20, 30], 0)).toBe(10);
    expect(percentile([10, 20, 30], 1)).toBe(30);
  });

  it('returns the only value of a list, and null without values', () => {
    expect(percentile([7], 0.9)).toBe(7);
    expect(percentile([], 0.9)).toBeNull();
  });
});

describe('median', () => {
  it('returns the middle value, or the mean of the two middle values', () => {
    expect(median([30, 10, 20])).toBe(20);
    // Rank (4 − 1)·0.5 = 1.5: 20 + 0.5·(30 − 20).
    expect(median([40, 10, 30, 20])).toBe(25);
  });

  it('sorts numerically, and does not change the list', () => {
    const values = [100, 9, 20];
    expect(median(values)).toBe(20);
    expect(values).toEqual([100, 9, 20]);
  });

  it('returns null without values', () => {
    expect(median([])).toBeNull();
  });
});

describe('summarize', () => {
  it('returns minutes', () => {
    // 20 and 10: mean 30 ÷ 2, median 10 + 0.5·10, p90 10 + 0.9·10.
    expect(summarize([20 * MINUTE, 10 * MINUTE])).toEqual({ mean: 15, median: 15, p90: 19, n: 2 });
  });

  it('does not round', () => {
    // 90 s and 20 s: 1.5 and 1 ÷ 3 of a minute.
    expect(summarize([90_000, 20_000]).mean).toBeCloseTo((1.5 + 1 / 3) / 2, 12);
  });

  it('returns null values and n 0 without durations', () => {
    expect(summarize([])).toEqual({ mean: null, median: null, p90: null, n: 0 });
  });
});

describe('share', () => {
  it('returns the part divided by the whole, and null when the whole is 0', () => {
    expect(share(1, 4)).toBe(0.25);
    expect(share(0, 4)).toBe(0);
    expect(share(0, 0)).toBeNull();
  });
});

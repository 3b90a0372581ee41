import { describe, expect, it } from 'vitest';
import {
  firstDrawn,
  isTrend,
  nextRange,
  nightsIn,
  nightsPerBucket,
  previousRange,
  selectedRange,
} from '@/features/dashboard/range';
import { day } from '../../support/factories';

const LATEST = day('2026-11-16');
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });

describe('selectedRange', () => {
  it('returns the last nights, including tonight', () => {
    expect(selectedRange({ span: 7, from: null, to: null }, LATEST)).toEqual(range('2026-11-10', '2026-11-16'));
    expect(nightsIn(selectedRange({ span: 365, from: null, to: null }, LATEST))).toBe(365);
  });

  it('ends at the night to which the parent has moved back', () => {
    expect(selectedRange({ span: 28, from: null, to: day('2026-10-01') }, LATEST)).toEqual(
      range('2026-09-04', '2026-10-01'),
    );
  });

  it('returns the typed nights if they are in order and have begun', () => {
    expect(selectedRange({ span: 'custom', from: day('2026-11-01'), to: day('2026-11-05') }, LATEST)).toEqual(
      range('2026-11-01', '2026-11-05'),
    );
    expect(selectedRange({ span: 'custom', from: day('2026-11-12'), to: day('2027-01-01') }, LATEST)).toEqual(
      range('2026-11-12', '2026-11-16'),
    );
    expect(selectedRange({ span: 'custom', from: day('2026-11-12'), to: day('2026-11-05') }, LATEST)).toEqual(
      range('2026-10-30', '2026-11-05'),
    );
  });
});

describe('selectedRange, for days that nobody lived', () => {
  it('begins at most ten years before its end', () => {
    const hostile = selectedRange({ span: 'custom', from: day('0002-11-01'), to: null }, LATEST);
    expect(hostile).toEqual(range('2016-11-16', '2026-11-16'));
    expect(nightsIn(hostile)).toBe(3653);
  });

  it('never ends before 1970', () => {
    expect(selectedRange({ span: 'custom', from: day('0001-01-01'), to: day('0001-02-01') }, LATEST)).toEqual(
      range('1970-01-01', '1970-01-01'),
    );
    expect(selectedRange({ span: 28, from: null, to: day('1969-07-20') }, LATEST)).toEqual(
      range('1970-01-01', '1970-01-01'),
    );
  });
});

describe('previousRange and nextRange', () => {
  it('moves back to as many nights right before, also across a clock change', () => {
    expect(previousRange(range('2026-11-10', '2026-11-16'))).toEqual(range('2026-11-03', '2026-11-09'));
    expect(previousRange(range('2026-10-23', '2026-10-29'))).toEqual(range('2026-10-16', '2026-10-22'));
  });

  it('moves forward by as many nights, but never beyond the latest night', () => {
    expect(nextRange(range('2026-11-03', '2026-11-09'), LATEST)).toEqual(range('2026-11-10', '2026-11-16'));
    expect(nextRange(range('2026-11-06', '2026-11-12'), LATEST)).toEqual(range('2026-11-10', '2026-11-16'));
    expect(nextRange(range('2026-11-10', '2026-11-16'), LATEST)).toBeNull();
  });
});

describe('what a chart draws', () => {
  const year = range('2025-11-17', '2026-11-16');

  it('is weeks if more than a hundred nights are drawn, from the first night of the log on', () => {
    expect(nightsPerBucket(range('2026-08-25', '2026-11-16'), day('2024-01-01'))).toBe(1);
    expect(nightsPerBucket(year, day('2024-01-01'))).toBe(7);
    // Three logged months of a year are 91 nights.
    expect(nightsPerBucket(year, day('2026-08-18'))).toBe(1);
  });

  it('begins with the first logged night, unless only a few nights before it are not logged', () => {
    const firstLogged = (nights: number) => [...Array.from({ length: nights }, () => false), true, false];
    expect(firstDrawn(firstLogged(200), 1)).toBe(200);
    expect(firstDrawn(firstLogged(28), 1)).toBe(0);
    // Five weeks, and four.
    expect([firstDrawn(firstLogged(5), 7), firstDrawn(firstLogged(4), 7)]).toEqual([5, 0]);
    expect(firstDrawn([false, false], 7)).toBe(0);
  });

  it('is the trend of more than 28 nights, but never of weeks', () => {
    expect([isTrend(28, 1), isTrend(84, 1), isTrend(53, 7)]).toEqual([false, true, false]);
  });
});

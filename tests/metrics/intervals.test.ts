import { describe, expect, it } from 'vitest';
import { gaps, intersect, overlapsOfTwo, totalMs, union } from '@/metrics/intervals';
import { interval } from '../support/metrics';

const MINUTE = 60_000;

describe('intersect', () => {
  it('returns the interval from the later beginning to the earlier end', () => {
    expect(intersect(interval('02:43', '03:03'), interval('02:50', '03:10'))).toEqual(interval('02:50', '03:03'));
  });

  it('returns the inner interval when one contains the other', () => {
    expect(intersect(interval('20:00', '07:00'), interval('02:43', '03:03'))).toEqual(interval('02:43', '03:03'));
  });

  it('returns null when intervals only touch, are apart, or have no length', () => {
    expect(intersect(interval('02:43', '03:03'), interval('03:03', '03:10'))).toBeNull();
    expect(intersect(interval('02:43', '03:03'), interval('04:00', '04:10'))).toBeNull();
    expect(intersect(interval('02:43', '03:03'), interval('02:50', '02:50'))).toBeNull();
  });
});

describe('union', () => {
  it('returns sorted and disjoint intervals for any order of the input', () => {
    const joined = union([interval('05:00', '05:10'), interval('02:50', '03:10'), interval('02:43', '03:03')]);
    expect(joined).toEqual([interval('02:43', '03:10'), interval('05:00', '05:10')]);
    // 27 minutes, not 20 + 20, and 10.
    expect(totalMs(joined)).toBe(37 * MINUTE);
  });

  it('joins intervals that touch', () => {
    expect(union([interval('02:43', '03:03'), interval('03:03', '03:10')])).toEqual([interval('02:43', '03:10')]);
  });

  it('keeps the end of a long interval that contains a short one', () => {
    expect(union([interval('02:00', '03:00'), interval('02:10', '02:20')])).toEqual([interval('02:00', '03:00')]);
  });

  it('drops intervals of no length', () => {
    expect(union([interval('02:43', '02:43')])).toEqual([]);
  });

  it('does not change its input', () => {
    const given = [interval('02:43', '03:03'), interval('02:50', '03:10')];
    union(given);
    expect(given).toEqual([interval('02:43', '03:03'), interval('02:50', '03:10')]);
  });
});

describe('gaps', () => {
  const night = interval('20:00', '07:00');

  it('returns the gaps before, between and after the intervals', () => {
    expect(gaps([interval('23:00', '23:10'), interval('02:43', '03:03')], night)).toEqual([
      interval('20:00', '23:00'),
      interval('23:10', '02:43'),
      interval('03:03', '07:00'),
    ]);
  });

  it('returns the whole range without intervals, and nothing when they cover it', () => {
    expect(gaps([], night)).toEqual([night]);
    expect(gaps([night], night)).toEqual([]);
  });

  it('stays within the range when the intervals do not', () => {
    expect(gaps([interval('19:50', '20:10'), interval('06:50', '07:10')], night)).toEqual([interval('20:10', '06:50')]);
  });
});

describe('overlapsOfTwo', () => {
  it('returns the times that two lists cover', () => {
    const leo = [interval('02:00', '03:00'), interval('05:00', '05:30')];
    const zoe = [interval('02:30', '05:10')];
    expect(overlapsOfTwo([leo, zoe])).toEqual([interval('02:30', '03:00'), interval('05:00', '05:10')]);
  });

  it('returns nothing when one interval begins as the other ends', () => {
    expect(overlapsOfTwo([[interval('02:43', '03:03')], [interval('03:03', '03:20')]])).toEqual([]);
  });

  it('continues an overlap when a third list takes over from the first at the same instant', () => {
    // Two of them from 2:30: the second and the first until 3:00, the second and the third from
    // 3:00 to 3:30.
    const lists = [[interval('02:00', '03:00')], [interval('02:30', '03:30')], [interval('03:00', '03:40')]];
    expect(overlapsOfTwo(lists)).toEqual([interval('02:30', '03:30')]);
  });

  it('returns one overlap when three lists overlap', () => {
    const lists = [[interval('02:00', '03:00')], [interval('02:10', '02:50')], [interval('02:20', '02:40')]];
    expect(overlapsOfTwo(lists)).toEqual([interval('02:10', '02:50')]);
  });

  it('returns nothing for one list or none', () => {
    expect(overlapsOfTwo([[interval('02:00', '03:00')]])).toEqual([]);
    expect(overlapsOfTwo([])).toEqual([]);
  });
});

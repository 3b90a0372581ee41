import { describe, expect, it } from 'vitest';
import { gaps, intersect, totalMs, union, whereTwo } from '@/metrics/intervals';
import { span } from '../support/metrics';

const MINUTE = 60_000;

describe('what two stretches have in common', () => {
  it('is from the later beginning to the earlier end', () => {
    expect(intersect(span('02:43', '03:03'), span('02:50', '03:10'))).toEqual(span('02:50', '03:03'));
  });

  it('is the inner one, where one lies in the other', () => {
    expect(intersect(span('20:00', '07:00'), span('02:43', '03:03'))).toEqual(span('02:43', '03:03'));
  });

  it('is nothing where they only touch, are apart, or one has no length', () => {
    expect(intersect(span('02:43', '03:03'), span('03:03', '03:10'))).toBeNull();
    expect(intersect(span('02:43', '03:03'), span('04:00', '04:10'))).toBeNull();
    expect(intersect(span('02:43', '03:03'), span('02:50', '02:50'))).toBeNull();
  });
});

describe('what any of several stretches covers', () => {
  it('is in order and apart, whatever order they came in', () => {
    const joined = union([span('05:00', '05:10'), span('02:50', '03:10'), span('02:43', '03:03')]);
    expect(joined).toEqual([span('02:43', '03:10'), span('05:00', '05:10')]);
    // 27 minutes, not 20 + 20, and 10.
    expect(totalMs(joined)).toBe(37 * MINUTE);
  });

  it('is one where they touch', () => {
    expect(union([span('02:43', '03:03'), span('03:03', '03:10')])).toEqual([span('02:43', '03:10')]);
  });

  it('does not end with a short one that lies in a long one', () => {
    expect(union([span('02:00', '03:00'), span('02:10', '02:20')])).toEqual([span('02:00', '03:00')]);
  });

  it('has nothing of a stretch of no length', () => {
    expect(union([span('02:43', '02:43')])).toEqual([]);
  });

  it('leaves what it was given as it was', () => {
    const given = [span('02:43', '03:03'), span('02:50', '03:10')];
    union(given);
    expect(given).toEqual([span('02:43', '03:03'), span('02:50', '03:10')]);
  });
});

describe('what is left around stretches', () => {
  const night = span('20:00', '07:00');

  it('is before, between and after them', () => {
    expect(gaps([span('23:00', '23:10'), span('02:43', '03:03')], night)).toEqual([
      span('20:00', '23:00'),
      span('23:10', '02:43'),
      span('03:03', '07:00'),
    ]);
  });

  it('is all of it where there are none, and none of it where they cover it', () => {
    expect(gaps([], night)).toEqual([night]);
    expect(gaps([night], night)).toEqual([]);
  });

  it('does not reach over the edges that they reach over', () => {
    expect(gaps([span('19:50', '20:10'), span('06:50', '07:10')], night)).toEqual([span('20:10', '06:50')]);
  });
});

describe('where two lists are covered at once', () => {
  it('is as long as both last', () => {
    const leo = [span('02:00', '03:00'), span('05:00', '05:30')];
    const zoe = [span('02:30', '05:10')];
    expect(whereTwo([leo, zoe])).toEqual([span('02:30', '03:00'), span('05:00', '05:10')]);
  });

  it('is nowhere where one begins as the other ends', () => {
    expect(whereTwo([[span('02:43', '03:03')], [span('03:03', '03:20')]])).toEqual([]);
  });

  it('goes on where a third takes over from the first in the same instant', () => {
    // Two of them from 2:30: the second and the first until 3:00, the second and the third from 3:00 to 3:30.
    const lists = [[span('02:00', '03:00')], [span('02:30', '03:30')], [span('03:00', '03:40')]];
    expect(whereTwo(lists)).toEqual([span('02:30', '03:30')]);
  });

  it('is counted once where three are', () => {
    const lists = [[span('02:00', '03:00')], [span('02:10', '02:50')], [span('02:20', '02:40')]];
    expect(whereTwo(lists)).toEqual([span('02:10', '02:50')]);
  });

  it('is nowhere in one list alone, or in none', () => {
    expect(whereTwo([[span('02:00', '03:00')]])).toEqual([]);
    expect(whereTwo([])).toEqual([]);
  });
});

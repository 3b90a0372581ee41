import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Episode } from '@/domain/rows/others';
import {
  allocateLines,
  countLines,
  cutToLines,
  keepHighestAndLatest,
} from '@/features/paediatrician/paper/allocateLines';
import { bracketsOf } from '@/features/paediatrician/paper/brackets';
import { lastNights, rangeError } from '@/features/paediatrician/range';
import { addDays } from '@/lib/zone';
import { at, day, LEO } from '../../support/factories';

const arbitraryWants = fc.array(fc.nat(300), { minLength: 1, maxLength: 6 });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('allocateLines', () => {
  it('gives each list what it wants when there is enough room', () => {
    expect(allocateLines(30, [5, 10, 12])).toEqual([5, 10, 12]);
  });

  it('serves short lists first, and shares the remaining lines among the longer ones', () => {
    // 30 − 5 = 25; half of 25 is 12, and 13 remain.
    expect(allocateLines(30, [5, 40, 12])).toEqual([5, 13, 12]);
  });

  it('gives no list too many lines, and leaves none over while a list wants more', () => {
    fc.assert(
      fc.property(fc.nat(100), arbitraryWants, (room, wants) => {
        const allocated = allocateLines(room, wants);
        expect(sum(allocated)).toBe(Math.min(room, sum(wants)));
        for (const [index, want] of wants.entries()) expect(allocated[index]).toBeLessThanOrEqual(want);
        // A list that gets less than it wants has at most one line less than any other list.
        const maxLines = Math.max(...allocated);
        for (const [index, want] of wants.entries())
          if ((allocated[index] ?? 0) < want) expect(allocated[index]).toBeGreaterThanOrEqual(maxLines - 1);
      }),
    );
  });
});

describe('cutToLines', () => {
  it('returns the whole list when it fits exactly', () => {
    expect(cutToLines(['a', 'b', 'c'], 3)).toEqual({ shown: ['a', 'b', 'c'], omitted: [] });
  });

  it('keeps the first items, and one line free to say how many are left out', () => {
    expect(cutToLines(['a', 'b', 'c', 'd'], 3)).toEqual({ shown: ['a', 'b'], omitted: ['c', 'd'] });
  });

  it('never takes more lines than allowed, and loses no item', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), fc.integer({ min: 1, max: 40 }), (items, lines) => {
        const { shown, omitted } = cutToLines(items, lines, (item) => item);
        expect([...shown, ...omitted]).toEqual(items);
        expect(countLines(shown, (item) => item) + (omitted.length > 0 ? 1 : 0)).toBeLessThanOrEqual(lines);
      }),
    );
  });
});

describe('keepHighestAndLatest', () => {
  const taken = [38.2, 39.4, 38.9, 38.1].map((celsius, index) => ({ at: index, celsius }));

  it('keeps the highest and the latest temperatures, in their order', () => {
    expect(keepHighestAndLatest(taken, 2)).toEqual({ shown: [taken[1], taken[3]], omitted: [taken[0], taken[2]] });
    expect(keepHighestAndLatest(taken, 1).shown).toEqual([taken[1]]);
    expect(keepHighestAndLatest(taken, 4).omitted).toEqual([]);
  });
});

describe('bracketsOf', () => {
  const illness = (startDay: string, endDay: string | null): Episode => ({
    id: startDay,
    updatedAt: at('2026-11-20 10:00'),
    deletedAt: null,
    childId: LEO,
    label: '',
    kind: 'cold',
    startDay: day(startDay),
    endDay: endDay === null ? null : day(endDay),
    note: '',
  });
  const nights = Array.from({ length: 7 }, (_, index) => addDays(day('2026-11-10'), index));
  const bracketsFor = (...episodes: Episode[]) =>
    bracketsOf(episodes, nights).map(({ first, last, lane, labelLine }) => [first, last, lane, labelLine]);

  it('covers the nights of an illness, up to the last night when it has no end', () => {
    expect(bracketsFor(illness('2026-11-11', '2026-11-12'), illness('2026-11-15', null))).toEqual([
      [1, 2, 0, 1],
      [5, 6, 0, 5],
    ]);
  });

  it('puts overlapping illnesses in different lanes, and their names on different rows', () => {
    expect(bracketsFor(illness('2026-11-09', null), illness('2026-11-10', '2026-11-11'))).toEqual([
      [0, 6, 0, 0],
      [0, 1, 1, 1],
    ]);
  });

  it('uses at most three lanes, and leaves out an illness that covers no night', () => {
    const brackets = bracketsFor(
      ...Array.from({ length: 9 }, () => illness('2026-11-10', '2026-11-12')),
      illness('2026-11-17', null),
    );
    expect(brackets).toHaveLength(9);
    expect(brackets.map(([, , lane]) => lane)).toEqual([0, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(brackets.map(([, , , labelLine]) => labelLine)).toEqual([0, 1, 2, null, null, null, null, null, null]);
  });
});

describe('the range of the report', () => {
  const latest = day('2026-11-16');

  it('refuses more than 28 nights, nights in reverse order and nights in the future', () => {
    const reasonFor = (from: string, to: string) =>
      rangeError({ from: day(from), to: day(to) }, latest)?.reason ?? null;
    expect(reasonFor('2026-10-20', '2026-11-16')).toBeNull();
    expect(reasonFor('2026-10-19', '2026-11-16')).toBe('tooMany');
    expect(reasonFor('2026-11-16', '2026-11-15')).toBe('reversed');
    expect(reasonFor('2026-11-16', '2026-11-17')).toBe('inFuture');
    expect(reasonFor('2026-11-16', '2026-11-16')).toBeNull();
  });

  it('ends a range of a number of nights with the last night that has begun', () => {
    expect(lastNights(14, latest)).toEqual({ from: '2026-11-03', to: '2026-11-16' });
  });
});

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

const wholes = fc.array(fc.nat(300), { minLength: 1, maxLength: 6 });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('lines shared out', () => {
  it('are what each wants where there is room', () => {
    expect(allocateLines(30, [5, 10, 12])).toEqual([5, 10, 12]);
  });

  it('are shared by those who want more, once the modest have theirs', () => {
    // 30 less 5 leaves 25, half of it 12, and what is left.
    expect(allocateLines(30, [5, 40, 12])).toEqual([5, 13, 12]);
  });

  it('are never more than there are or than anybody wants, and none is left while somebody wants it', () => {
    fc.assert(
      fc.property(fc.nat(100), wholes, (room, wants) => {
        const given = allocateLines(room, wants);
        expect(sum(given)).toBe(Math.min(room, sum(wants)));
        for (const [index, want] of wants.entries()) expect(given[index]).toBeLessThanOrEqual(want);
        // Whoever goes short has, but for a line, as much as anybody.
        const most = Math.max(...given);
        for (const [index, want] of wants.entries())
          if ((given[index] ?? 0) < want) expect(given[index]).toBeGreaterThanOrEqual(most - 1);
      }),
    );
  });
});

describe('a list that is cut', () => {
  it('is whole where it fits to the line', () => {
    expect(cutToLines(['a', 'b', 'c'], 3)).toEqual({ shown: ['a', 'b', 'c'], omitted: [] });
  });

  it('keeps what comes first and a line to say what is left out', () => {
    expect(cutToLines(['a', 'b', 'c', 'd'], 3)).toEqual({ shown: ['a', 'b'], omitted: ['c', 'd'] });
  });

  it('takes no more lines than it was given, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), fc.integer({ min: 1, max: 40 }), (items, lines) => {
        const { shown, omitted } = cutToLines(items, lines, (item) => item);
        expect([...shown, ...omitted]).toEqual(items);
        expect(countLines(shown, (item) => item) + (omitted.length > 0 ? 1 : 0)).toBeLessThanOrEqual(lines);
      }),
    );
  });
});

describe('the temperatures of a day', () => {
  const taken = [38.2, 39.4, 38.9, 38.1].map((celsius, index) => ({ at: index, celsius }));

  it('that do not all fit are the highest and the latest, as they came', () => {
    expect(keepHighestAndLatest(taken, 2)).toEqual({ shown: [taken[1], taken[3]], omitted: [taken[0], taken[2]] });
    expect(keepHighestAndLatest(taken, 1).shown).toEqual([taken[1]]);
    expect(keepHighestAndLatest(taken, 4).omitted).toEqual([]);
  });
});

describe('illnesses beside the nights', () => {
  const ill = (startDay: string, endDay: string | null): Episode => ({
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
  const places = (...episodes: Episode[]) =>
    bracketsOf(episodes, nights).map(({ first, last, lane, labelLine }) => [first, last, lane, labelLine]);

  it('run along the nights whose day lies in them, one without an end to the last', () => {
    expect(places(ill('2026-11-11', '2026-11-12'), ill('2026-11-15', null))).toEqual([
      [1, 2, 0, 1],
      [5, 6, 0, 5],
    ]);
  });

  it('stand side by side where they overlap, each with its name on a line of its own', () => {
    expect(places(ill('2026-11-09', null), ill('2026-11-10', '2026-11-11'))).toEqual([
      [0, 6, 0, 0],
      [0, 1, 1, 1],
    ]);
  });

  it('more than three at once are still marked, and one that is in no night is nowhere', () => {
    const many = places(...Array.from({ length: 9 }, () => ill('2026-11-10', '2026-11-12')), ill('2026-11-17', null));
    expect(many).toHaveLength(9);
    expect(many.map(([, , lane]) => lane)).toEqual([0, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(many.map(([, , , named]) => named)).toEqual([0, 1, 2, null, null, null, null, null, null]);
  });
});

describe('nights of one’s own', () => {
  const latest = day('2026-11-16');

  it('are up to 28, in order, and not ahead', () => {
    const why = (from: string, to: string) => rangeError({ from: day(from), to: day(to) }, latest)?.reason ?? null;
    expect(why('2026-10-20', '2026-11-16')).toBeNull();
    expect(why('2026-10-19', '2026-11-16')).toBe('tooMany');
    expect(why('2026-11-16', '2026-11-15')).toBe('reversed');
    expect(why('2026-11-16', '2026-11-17')).toBe('inFuture');
    expect(why('2026-11-16', '2026-11-16')).toBeNull();
  });

  it('are else so many up to the last that has begun', () => {
    expect(lastNights(14, latest)).toEqual({ from: '2026-11-03', to: '2026-11-16' });
  });
});

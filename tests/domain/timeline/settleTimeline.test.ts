import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import { canonicalOrder } from '@/domain/timeline/canonicalOrder';
import { ANY_TIME, checkTimeline } from '@/domain/timeline/checkTimeline';
import { settleTimeline } from '@/domain/timeline/settleTimeline';
import type { Instant } from '@/lib/time';
import { draws } from '../../support/draws';
import { DAD, entry, MUM, tonightAt } from '../../support/factories';

const HIS = { joinedFrom: 'his' };
const timeOf = (at: Instant) => `02:${(at - tonightAt('02:00')) / 60_000}`;
const read = (...entries: Entry[]) =>
  settleTimeline(entries).map((each) =>
    [each.kind, timeOf(each.at), 'by' in each && each.by].filter(Boolean).join(' '),
  );
const cry = entry('detected', '02:10');
const hisCry = entry('detected', '02:11', HIS);

describe('a timeline that contradicts itself', () => {
  it('is left as it is if it does not', () => {
    const entries = [cry, entry('remedy', '02:15'), entry('resolved', '02:20'), entry('reopened', '02:25')];
    expect(settleTimeline(entries)).toBe(entries);
  });

  it('ends with the first of two ends', () => {
    expect(read(cry, entry('resolved', '02:20'), entry('resolved', '02:22', { by: DAD }))).toEqual([
      'detected 02:10',
      'resolved 02:20 mum',
    ]);
  });

  it('ends with the second of two ends if somebody responded between them', () => {
    const between = entry('remedy', '02:25', { by: DAD });
    expect(read(cry, entry('resolved', '02:20'), between, entry('resolved', '02:30', { by: DAD }))).toEqual([
      'detected 02:10',
      'acknowledged 02:20 mum',
      'remedy 02:25 dad',
      'resolved 02:30 dad',
    ]);
  });

  it('begins with the first cry, and what is dated before it happened then', () => {
    expect(read(entry('remedy', '02:05'), cry)).toEqual(['detected 02:10', 'remedy 02:10 mum']);
  });

  it('ignores “awake again” while the child is awake', () => {
    expect(read(cry, entry('reopened', '02:15'))).toEqual(['detected 02:10']);
  });
});

describe('two accounts of one wake-up', () => {
  it('are awake as long as one of them says so', () => {
    const entries = [cry, hisCry, entry('resolved', '02:20'), entry('resolved', '02:22', { ...HIS, by: DAD })];
    expect(read(...entries)).toEqual(['detected 02:10', 'acknowledged 02:20 mum', 'resolved 02:22 dad']);
  });

  it('end together if one of them says nothing more', () => {
    expect(read(cry, hisCry, entry('resolved', '02:20'))).toEqual(['detected 02:10', 'resolved 02:20 mum']);
  });

  it('end with a tap on the joined incident, whichever account it belongs to', () => {
    const hisRemedy = entry('remedy', '02:25', { ...HIS, by: DAD });
    const open = [cry, hisCry, entry('resolved', '02:20'), hisRemedy];
    expect(read(...open).at(-1)).toBe('remedy 02:25 dad');
    expect(read(...open, entry('resolved', '02:40')).at(-1)).toBe('resolved 02:40 mum');
  });

  it('say that a caregiver who was up went back to bed with the end of his own account', () => {
    const up = entry('acknowledged', '02:15', { by: MUM });
    const entries = [cry, hisCry, up, entry('resolved', '02:20'), entry('remedy', '02:25', { ...HIS, by: DAD })];
    expect(read(...entries)).toContain('stoodDown 02:20 mum');
  });

  it('wake again if the second begins after the first has ended', () => {
    const again = entry('detected', '02:30', HIS);
    expect(read(cry, entry('resolved', '02:20'), again)).toEqual([
      'detected 02:10',
      'resolved 02:20 mum',
      'reopened 02:30',
    ]);
  });

  it('have only the second one left when the first cry was deleted', () => {
    expect(read(hisCry, entry('remedy', '02:15'))).toEqual(['detected 02:11', 'remedy 02:15 mum']);
  });
});

describe('any entries', () => {
  const entries = fc
    .uniqueArray(
      fc.record({
        kind: fc.constantFrom('detected', 'acknowledged', 'remedy', 'stoodDown', 'resolved', 'reopened', 'note'),
        at: fc.integer({ min: 100, max: 120 }),
        by: fc.constantFrom(MUM, DAD),
        joinedFrom: fc.constantFrom(undefined, undefined, 'his', 'hers'),
        id: fc.uuid(),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
    )
    .map((list) =>
      list.map(({ kind, at, by, joinedFrom, id }) => {
        const who = kind === 'note' || kind === 'reopened' ? {} : { by };
        return entry(kind as 'note', at as Instant, { id, ...who, ...(joinedFrom && { joinedFrom }) });
      }),
    );

  it('are read as a valid timeline, in an order of time, whatever order they came in', () => {
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (list, numbers) => {
        fc.pre(list.some(({ kind }) => kind === 'detected'));
        const settled = settleTimeline(canonicalOrder(list));
        expect(checkTimeline(settled, ANY_TIME)).toBeNull();
        expect(settled.map(({ at }) => at)).toEqual(settled.map(({ at }) => at).toSorted((a, b) => a - b));
        expect(settleTimeline(settled.map(({ joinedFrom: _, ...told }) => told as Entry))).toEqual(
          settled.map(({ joinedFrom: _, ...told }) => told),
        );
        const shuffled = list.map((each) => ({ each, key: numbers.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        expect(settleTimeline(canonicalOrder(shuffled.map(({ each }) => each)))).toEqual(settled);
      }),
      draws(2000),
    );
  });

  it('lose nothing but ends and cries: every response is still there', () => {
    fc.assert(
      fc.property(entries, (list) => {
        fc.pre(list.some(({ kind }) => kind === 'detected'));
        const settledIds = new Set(settleTimeline(canonicalOrder(list)).map(({ id }) => id));
        for (const { kind, id } of list)
          if (kind === 'acknowledged' || kind === 'remedy' || kind === 'note') expect(settledIds).toContain(id);
      }),
      draws(1000),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeIncidents, mergeRows } from '@/domain/mergeRows';
import type { Incident } from '@/domain/rows/incident';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { insertEntry } from '@/domain/timeline/insertEntry';
import type { Instant } from '@/lib/time';
import { draws } from '../support/draws';
import { DAD, entry, incident, leo, MUM, tonightAt } from '../support/factories';

const stamps = fc.integer({ min: 1, max: 4 }).map((value) => value as Instant);
const instants = fc.integer({ min: 100, max: 106 }).map((value) => value as Instant);

/** An entry with one of few ids, times and stamps, so that versions of one entry are frequent. */
const entries = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    at: instants,
    updatedAt: stamps,
    deleted: fc.boolean(),
    kind: fc.constantFrom('detected', 'acknowledged', 'remedy', 'resolved', 'reopened', 'note'),
    by: fc.constantFrom(MUM, DAD),
  })
  .map(({ kind, by, at, id, updatedAt, deleted }) => {
    const who = kind === 'note' || kind === 'reopened' ? {} : { by };
    return entry(kind as 'note', at, { id, updatedAt, deletedAt: deleted ? at : null, ...who });
  });

const timelines = fc
  .uniqueArray(entries, { selector: ({ id }) => id, minLength: 1, maxLength: 4 })
  .map((list) => list.reduce<Incident['timeline']>(insertEntry, []));

const incidents: fc.Arbitrary<Incident> = fc
  .record({
    timeline: timelines,
    updatedAt: stamps,
    note: fc.constantFrom('', 'a', 'b'),
    causeId: fc.constantFrom(null, 'hunger' as const),
  })
  .map(({ timeline, ...more }) => incident(timeline, more));

const children = fc
  .record({ updatedAt: stamps, name: fc.constantFrom('Léo', 'Leo'), archived: fc.boolean() })
  .map((change) => ({ ...leo, ...change }));

describe('mergeRows and mergeIncidents, for any versions', () => {
  const expectMergeProperties = <T>(rows: fc.Arbitrary<T>, merge: (a: T, b: T) => T) => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const ab = merge(a, b);
        expect(merge(b, a)).toEqual(ab);
        expect(merge(ab, c)).toEqual(merge(a, merge(b, c)));
        expect(merge(a, a)).toEqual(a);
        expect(merge(ab, b)).toEqual(ab);
      }),
      draws(2000),
    );
  };

  it('are commutative, associative and idempotent for rows', () => expectMergeProperties(children, mergeRows));

  it('are commutative, associative and idempotent for incidents, entry by entry', () =>
    expectMergeProperties(incidents, mergeIncidents));

  it('give the same result for a row whose keys were written in another order', () => {
    const [first, ...rest] = Object.entries(leo);
    const reordered = Object.fromEntries([...rest, ...(first ? [first] : [])]) as typeof leo;
    expect(mergeRows(leo, reordered)).toEqual(leo);
    expect(mergeRows({ ...leo, name: 'Zed' }, { ...reordered, name: 'Abe' }).name).toBe('Zed');
    expect(mergeRows({ ...reordered, name: 'Abe' }, { ...leo, name: 'Zed' }).name).toBe('Zed');
  });
});

describe('mergeRows and mergeIncidents', () => {
  it('keep the version that was written later', () => {
    const renamed = { ...leo, name: 'Léon', updatedAt: (leo.updatedAt + 1) as Instant };
    expect(mergeRows(leo, renamed)).toBe(renamed);
  });

  it('keep the entries of both phones, and a deleted entry stays deleted', () => {
    const before = incident([entry('detected', '02:43'), entry('remedy', '02:50')]);
    const hers = { ...before, timeline: [...before.timeline, entry('acknowledged', '02:51')] };
    const his = {
      ...before,
      timeline: before.timeline.map((line) =>
        line.kind === 'remedy' ? { ...line, deletedAt: tonightAt('03:00'), updatedAt: tonightAt('03:00') } : line,
      ),
    };
    const merged = mergeIncidents(hers, his);
    expect(merged.timeline.map(({ id, deletedAt }) => [id, deletedAt !== null])).toEqual([
      ['detected 02:43', false],
      ['remedy 02:50', true],
      ['acknowledged 02:51', false],
    ]);
  });

  it('keep a timeline valid that is merged with an earlier version of it', () => {
    // The order of a `resolved` and a `reopened` of one instant must survive the merge.
    const short = incident([
      entry('detected', '02:43'),
      entry('resolved', '03:03', { id: 'z' }),
      entry('reopened', '03:03', { id: 'a' }),
      entry('resolved', '03:03', { id: 'b' }),
    ]);
    const earlier = { ...short, timeline: short.timeline.slice(0, 2) };
    const { timeline } = mergeIncidents(short, earlier);
    expect(checkTimeline(timeline, tonightAt('08:00'))).toBeNull();
    expect(timeline).toHaveLength(4);
  });
});

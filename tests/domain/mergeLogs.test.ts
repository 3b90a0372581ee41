import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLogs, rowsOf } from '@/domain/mergeLogs';
import type { Child } from '@/domain/rows/household';
import type { Incident } from '@/domain/rows/incident';
import { type HouseholdLog, TABLE_NAMES } from '@/domain/rows/tables';
import { insertEntry } from '@/domain/timeline/insertEntry';
import type { Instant } from '@/lib/time';
import { emptyLog, exampleLog, otherPhoneLog } from '../support/backup';
import { draws } from '../support/draws';
import { at, entry, household, incident, leo, wakeUp, zoe } from '../support/factories';

const later = at('2026-11-17 09:30');
const logOf = (more: Partial<HouseholdLog>): HouseholdLog => ({ ...emptyLog(), children: [], caregivers: [], ...more });

/** Returns a log with sorted rows, because the order of the rows in a table has no meaning. */
const asSet = (log: HouseholdLog) =>
  Object.fromEntries(TABLE_NAMES.map((table) => [table, new Map(rowsOf(log, table).map((row) => [row.id, row]))]));
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const none = { added: 0, changed: 0, same: 0 };

describe('mergeLogs', () => {
  it('keeps every row of both logs once', () => {
    const mine = logOf({ children: [leo], incidents: [wakeUp('01:00', '01:10')] });
    const theirs = logOf({ children: [zoe], incidents: [wakeUp('02:43', '03:03')] });
    const { log } = mergeLogs(mine, theirs);
    expect(idsOf(log.children)).toEqual(['leo', 'zoe']);
    expect(idsOf(log.incidents)).toEqual(['01:00 to 01:10', '02:43 to 03:03']);
  });

  it('keeps the later version of a row with the same id, deleted or not', () => {
    const renamed = { ...leo, name: 'Léon', updatedAt: later };
    const removed = { ...leo, deletedAt: later, updatedAt: (later + 1) as Instant };
    expect(mergeLogs(logOf({ children: [leo] }), logOf({ children: [renamed] })).log.children).toEqual([renamed]);
    expect(mergeLogs(logOf({ children: [renamed] }), logOf({ children: [leo] })).log.children).toEqual([renamed]);
    expect(mergeLogs(logOf({ children: [removed] }), logOf({ children: [renamed] })).log.children).toEqual([removed]);
  });

  it('keeps the entries of both versions of an incident', () => {
    const before = incident([entry('detected', '02:43'), entry('resolved', '03:03')]);
    const hers = { ...before, timeline: insertEntry(before.timeline, entry('remedy', '02:50')) };
    const his = { ...before, timeline: insertEntry(before.timeline, entry('note', '02:55')) };
    const { log } = mergeLogs(logOf({ incidents: [hers] }), logOf({ incidents: [his] }));
    expect(log.incidents[0]?.timeline.map(({ kind }) => kind)).toEqual(['detected', 'remedy', 'note', 'resolved']);
  });

  it('does not mix up rows with the same id in two tables', () => {
    const withChild = logOf({ children: [{ ...leo, id: 'same' }] });
    const withIncident = logOf({ incidents: [wakeUp('01:00', '01:10', { id: 'same' })] });
    const { log } = mergeLogs(withChild, withIncident);
    expect([log.children.length, log.incidents.length]).toEqual([1, 1]);
  });

  it('accepts ids that are names that JavaScript objects inherit', () => {
    const odd = ['__proto__', 'constructor', 'toString'].map((id) => ({ ...leo, id }));
    const { log, counts } = mergeLogs(logOf({ children: odd }), logOf({ children: odd }));
    expect(idsOf(log.children)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(counts.children).toEqual({ ...none, same: 3 });
  });

  it('does not change the two logs', () => {
    const [mine, theirs] = [exampleLog(), otherPhoneLog()];
    const before = JSON.stringify([mine, theirs]);
    mergeLogs(mine, theirs);
    expect(JSON.stringify([mine, theirs])).toBe(before);
  });
});

describe('mergeLogs, for the household row', () => {
  it('keeps the later version, always as a single row', () => {
    const hers = household({ graceSeconds: 45, updatedAt: later });
    const { log, counts } = mergeLogs(logOf({}), logOf({ household: hers }));
    expect(log.household).toEqual(hers);
    expect(counts.household).toEqual({ ...none, changed: 1 });
    expect(mergeLogs(logOf({ household: hers }), logOf({})).log.household).toEqual(hers);
  });
});

describe('the counts of mergeLogs', () => {
  it('distinguish rows that are new, that change a row, and that are the same', () => {
    const mine = logOf({
      children: [leo, zoe],
      incidents: [wakeUp('01:00', '01:10'), wakeUp('02:43', '03:03'), wakeUp('05:00', '05:10')],
    });
    const corrected = wakeUp('02:43', '03:03', { note: 'a tooth', updatedAt: later });
    const theirs = logOf({
      children: [zoe],
      incidents: [wakeUp('01:00', '01:10'), corrected, wakeUp('04:00', '04:10'), wakeUp('06:00', '06:10')],
    });
    const { counts } = mergeLogs(mine, theirs);
    expect(counts.children).toEqual({ ...none, same: 1 });
    expect(counts.incidents).toEqual({ added: 2, changed: 1, same: 1 });
    expect(counts.naps).toEqual(none);
  });

  it('regard an older version as the same', () => {
    const renamed = { ...leo, name: 'Léon', updatedAt: later };
    const { counts } = mergeLogs(logOf({ children: [renamed] }), logOf({ children: [leo] }));
    expect(counts.children).toEqual({ ...none, same: 1 });
  });

  it('regard one more entry as a change, and one entry fewer as the same', () => {
    const short = incident([entry('detected', '02:43'), entry('resolved', '03:03')]);
    const long = { ...short, timeline: insertEntry(short.timeline, entry('note', '02:50')) };
    const counts = (mine: Incident, theirs: Incident) =>
      mergeLogs(logOf({ incidents: [mine] }), logOf({ incidents: [theirs] })).counts.incidents;
    expect(counts(short, long)).toEqual({ ...none, changed: 1 });
    expect(counts(long, short)).toEqual({ ...none, same: 1 });
  });

  it('include the rows of another phone', () => {
    const { counts } = mergeLogs(exampleLog(), otherPhoneLog());
    const told = Object.entries(counts).filter(([, { added, changed }]) => added + changed > 0);
    expect(Object.fromEntries(told)).toEqual({
      // There, Léo is called Léon.
      children: { added: 0, changed: 1, same: 2 },
      // One incident is new, and another one has a note more.
      incidents: { added: 1, changed: 1, same: 5 },
    });
  });
});

describe('mergeLogs, for any logs', () => {
  const stamps = fc.integer({ min: 1, max: 4 }).map((value) => value as Instant);
  const instants = fc.integer({ min: 100, max: 104 }).map((value) => value as Instant);

  const children: fc.Arbitrary<Child> = fc
    .record({ id: fc.constantFrom('a', 'b', 'c'), updatedAt: stamps, name: fc.constantFrom('Léo', 'Leo') })
    .map((change) => ({ ...leo, ...change }));

  const entries = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c'),
      at: instants,
      updatedAt: stamps,
      deletedAt: fc.constantFrom(null, 100 as Instant),
      kind: fc.constantFrom('detected', 'remedy', 'resolved', 'reopened', 'note'),
    })
    .map(({ kind, at, ...more }) => entry(kind as 'note', at, more));

  const incidents = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c'),
      updatedAt: stamps,
      deletedAt: fc.constantFrom(null, 100 as Instant),
      timeline: fc
        .uniqueArray(entries, { selector: ({ id }) => id, minLength: 1, maxLength: 3 })
        .map((list) => list.reduce<Incident['timeline']>(insertEntry, [])),
    })
    .map(({ timeline, ...more }) => incident(timeline, more));

  const unique = <T extends { id: string }>(rows: fc.Arbitrary<T>) =>
    fc.uniqueArray(rows, { selector: ({ id }) => id, maxLength: 3 });

  const logs = fc
    .record({ children: unique(children), incidents: unique(incidents), updatedAt: stamps })
    .map(({ updatedAt, ...more }) => logOf({ household: household({ updatedAt }), ...more }));

  it('is commutative, associative and idempotent for the set of rows', () => {
    fc.assert(
      fc.property(logs, logs, logs, (a, b, c) => {
        const ab = mergeLogs(a, b).log;
        expect(asSet(mergeLogs(b, a).log)).toEqual(asSet(ab));
        expect(asSet(mergeLogs(ab, c).log)).toEqual(asSet(mergeLogs(a, mergeLogs(b, c).log).log));
        expect(mergeLogs(a, a).log).toEqual(a);
        expect(mergeLogs(ab, b).log).toEqual(ab);
        expect(asSet(mergeLogs(ab, a).log)).toEqual(asSet(ab));
      }),
      draws(300),
    );
  });

  it('counts every incoming row, and finds nothing new the second time', () => {
    fc.assert(
      fc.property(logs, logs, (a, b) => {
        const { log, counts } = mergeLogs(a, b);
        const again = mergeLogs(log, b).counts;
        for (const table of TABLE_NAMES) {
          const { added, changed, same } = counts[table];
          expect(added + changed + same).toBe(rowsOf(b, table).length);
          expect(rowsOf(log, table)).toHaveLength(rowsOf(a, table).length + added);
          expect(again[table]).toEqual({ ...none, same: rowsOf(b, table).length });
        }
      }),
      draws(300),
    );
  });
});

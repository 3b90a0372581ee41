import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBrokenRows } from '@/db/findBrokenRows';
import { readLogBetween, readLogStart, readNights } from '@/db/logQueries';
import { readIncidentsBefore, readIncidentsBetween, readPeople } from '@/db/queries';
import { rawBackup, readRawTables } from '@/db/rawTables';
import type { StoredIncident } from '@/db/storedIncident';
import { readTonight } from '@/db/tonight';
import type { Incident } from '@/domain/rows/incident';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';
import { computeMetrics } from '@/metrics/computeMetrics';
import { householdDatabase } from '../support/database';
import { draws } from '../support/draws';
import {
  at,
  day,
  entry,
  household,
  incident,
  LEO,
  PARIS,
  tonightAt,
  toWallTime,
  wakeUp,
  ZOE,
} from '../support/factories';
import { logWith as logOf, wakeUpBetween } from '../support/metrics';

const HOUR = 3_600_000;
const ids = (rows: readonly Incident[]) => rows.map(({ id }) => id);

describe('incidents that overlap a range', () => {
  it('are found when they begin in it, reach into it, or are open', async () => {
    const db = await householdDatabase([
      wakeUp('19:50', '20:10'),
      wakeUp('02:43', '03:03'),
      incident([entry('detected', '06:50')], { id: 'open' }),
      incident([entry('detected', at('2026-11-10 02:00')), entry('resolved', at('2026-11-10 02:20'))], {
        id: 'a week ago',
      }),
    ]);
    const { rows } = await readIncidentsBetween(db, tonightAt('20:00'), tonightAt('07:00'));
    expect(ids(rows)).toEqual(['19:50 to 20:10', '02:43 to 03:03', 'open']);
  });

  it('are the same as those that a search of the whole log finds', async () => {
    const start = at('2026-11-01 12:00');
    const incidents = fc.uniqueArray(
      fc.record({ from: fc.integer({ min: 0, max: 200 }), length: fc.option(fc.integer({ min: 0, max: 60 })) }),
      { selector: ({ from }) => from, maxLength: 15 },
    );
    await fc.assert(
      fc.asyncProperty(
        incidents,
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 100 }),
        async (list, from, length) => {
          const hour = (count: number) => (start + count * HOUR) as Instant;
          const log = list.map(({ from, length }) =>
            incident(
              length === null
                ? [entry('detected', hour(from))]
                : [entry('detected', hour(from)), entry('resolved', hour(from + length))],
              { id: String(from).padStart(3, '0') },
            ),
          );
          const db = await householdDatabase(log);
          const [rangeStart, rangeEnd] = [hour(from), hour(from + length)];
          const slow = log.filter(({ timeline }) => {
            const state = foldTimeline(timeline);
            if (!state) return false;
            return state.detectedAt < rangeEnd && (state.resolution?.at ?? Number.POSITIVE_INFINITY) >= rangeStart;
          });
          const { rows } = await readIncidentsBetween(db, rangeStart, rangeEnd);
          expect(ids(rows)).toEqual(ids(slow).sort());
          db.close();
        },
      ),
      draws(40),
    );
  });
});

describe('a row that cannot be read', () => {
  const broken = { ...wakeUp('04:00', '04:10'), id: 'broken', timeline: [{ kind: 'detected', at: 'four' }] };
  const indexed = { detectedAt: tonightAt('04:00'), resolvedAt: tonightAt('04:10') };

  it('is returned as broken, and all other rows are read', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    await db.incidents.put({ ...broken, ...indexed } as unknown as StoredIncident);
    const tonight = await readTonight(db, day('2026-11-16'), household());
    expect(ids(tonight.incidents)).toEqual(['02:43 to 03:03']);
    expect(tonight.broken).toMatchObject([{ table: 'incidents', id: 'broken', path: 'timeline[0].id' }]);
  });

  it('is found in every table, indexed or not', async () => {
    const db = await householdDatabase();
    await db.incidents.put(broken as unknown as StoredIncident);
    await db.table('chores').put({ id: 'chore', title: 3 });
    await db.table('children').put({ id: 'child', name: 'Ana' });
    const found = await findBrokenRows(db);
    expect(found.map(({ table, id }) => `${table} ${id}`)).toEqual([
      'children child',
      'incidents broken',
      'chores chore',
    ]);
    expect((await readPeople(db)).children.map(({ name }) => name)).toEqual(['Léo', 'Zoé']);
  });

  it('is unchanged in the copy that the crash screen saves', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    await db.incidents.put(broken as unknown as StoredIncident);
    const copy = rawBackup(await readRawTables(db), tonightAt('08:00'));
    expect(copy).toMatchObject({ format: 'infernalops', version: 5, household: { id: 'household' } });
    expect(copy.incidents).toEqual([wakeUp('02:43', '03:03'), broken]);
  });
});

it('returns the first incident and the first night as the beginning of the log', async () => {
  const empty = await householdDatabase();
  expect(await readLogStart(empty)).toEqual({ detectedAt: null, night: null });
  const db = await householdDatabase([
    wakeUp('02:43', '03:03'),
    wakeUp('01:00', '01:10', { deletedAt: tonightAt('08:00') }),
  ]);
  expect(await readLogStart(db)).toEqual({ detectedAt: tonightAt('02:43'), night: null });
});

it('returns the latest incidents of one child before an instant, newest first', async () => {
  const db = await householdDatabase([
    wakeUp('01:00', '01:10'),
    wakeUp('02:43', '03:03'),
    wakeUp('04:00', '04:10'),
    wakeUp('05:00', '05:10', { childId: ZOE }),
  ]);
  expect(ids(await readIncidentsBefore(db, LEO, tonightAt('05:00'), 2))).toEqual(['04:00 to 04:10', '02:43 to 03:03']);
  expect(ids(await readIncidentsBefore(db, LEO, tonightAt('04:00'), 2))).toEqual(['02:43 to 03:03', '01:00 to 01:10']);
});

describe('readLogBetween', () => {
  const row = (id: string) => ({ id, updatedAt: at('2026-11-01 10:00'), deletedAt: null });
  const nap = (startedAt: string, endedAt: string) => ({
    ...row(startedAt),
    caregiverId: 'mum',
    startedAt: at(startedAt),
    endedAt: at(endedAt),
  });
  const night = day('2026-11-16');

  it('returns naps from noon to noon, and those that reach into that time', async () => {
    const db = await householdDatabase();
    await db.naps.bulkPut([
      nap('2026-11-16 10:00', '2026-11-16 11:00'),
      nap('2026-11-16 11:30', '2026-11-16 12:30'),
      nap('2026-11-17 11:00', '2026-11-17 11:30'),
      nap('2026-11-17 13:00', '2026-11-17 14:00'),
      { ...nap('2026-11-16 14:00', '2026-11-16 15:00'), deletedAt: at('2026-11-16 16:00') },
    ]);
    await db.table('naps').put({ id: 'broken', startedAt: at('2026-11-16 15:00') });
    const log = await readLogBetween(db, night, night, PARIS);
    expect(log?.naps.map(({ id }) => id)).toEqual(['2026-11-16 11:30', '2026-11-17 11:00']);
  });

  it.each([
    ['22:00', '13:00'],
    ['08:00', '16:00'],
  ])('gives the figures of the whole log if the night’s hours, %s to %s, reach past noon', async (start, end) => {
    const incidents = [
      wakeUpBetween('2026-11-16 09:00', '2026-11-16 09:20'),
      wakeUpBetween('2026-11-17 12:10', '2026-11-17 12:40'),
    ];
    const db = await householdDatabase(incidents);
    await db.household.update('household', { nightStart: toWallTime(start), nightEnd: toWallTime(end) });
    const [row] = await db.household.toArray();
    const now = at('2026-11-18 09:00');
    const range = { from: night, to: night };
    const read = await readLogBetween(db, night, night, PARIS);
    const whole = computeMetrics(logOf({ household: household(row), incidents }), range, now);
    expect(read && computeMetrics(read, range, now)).toEqual(whole);
    expect(whole.nights.map(({ counted }) => counted)).toEqual([1]);
  });

  it('includes deleted runbooks for their names', async () => {
    const db = await householdDatabase();
    const gone = {
      ...row('gone'),
      name: 'Old ways',
      trigger: 'custom' as const,
      steps: [],
      deletedAt: tonightAt('20:00'),
    };
    await db.runbooks.bulkPut([gone]);
    expect((await readLogBetween(db, night, night, PARIS))?.runbooks).toEqual([gone]);
  });
});

it('reads a night from noon to noon in the household’s zone', async () => {
  const db = await householdDatabase([
    incident([entry('detected', at('2026-11-16 11:59')), entry('resolved', at('2026-11-16 11:59'))], { id: 'before' }),
    incident([entry('detected', at('2026-11-16 12:00')), entry('resolved', at('2026-11-16 12:10'))], { id: 'first' }),
    incident([entry('detected', at('2026-11-17 11:59')), entry('resolved', at('2026-11-17 11:59'))], { id: 'last' }),
    incident([entry('detected', at('2026-11-17 12:00')), entry('resolved', at('2026-11-17 12:10'))], { id: 'after' }),
  ]);
  const { incidents } = await readNights(db, day('2026-11-16'), day('2026-11-16'), PARIS);
  expect(ids(incidents)).toEqual(['first', 'last']);
});

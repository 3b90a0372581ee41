import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';

import { applyRepair } from '@/db/review';
import { readReviewLog } from '@/db/reviewQueries';
import { toStoredIncident } from '@/db/storedIncident';
import { undo } from '@/db/undo';
import { propose } from '@/domain/review/propose';
import type { HouseholdLog } from '@/domain/rows/tables';
import { TABLE_NAMES } from '@/domain/rows/tables';
import { addMs, SECOND_MS } from '@/lib/time';
import { computeMetrics } from '@/metrics/computeMetrics';
import { freshDatabaseName, householdDatabase, openWindow } from '../support/database';
import { draws } from '../support/draws';
import { at, DAD, day, entry, incident, nightRow, PARIS, tonightAt, wakeUp } from '../support/factories';
import { randomCases } from '../support/randomLog';
import { freshIds, idsFor, repairsOf, toReviewLog, withDuplicates } from '../support/review';

const now = tonightAt('09:00');
const night = day('2026-11-16');

async function readLog(db: InfernalDatabase): Promise<HouseholdLog> {
  const tables = await Promise.all(TABLE_NAMES.map(async (table) => [table, await db.table(table).toArray()] as const));
  const { household, incidents, ...rest } = Object.fromEntries(tables);
  const withoutIndexes = incidents?.map(({ detectedAt: _from, resolvedAt: _to, ...row }) => row);
  return { ...rest, household: household?.[0], incidents: withoutIndexes } as unknown as HouseholdLog;
}

/**
 * The content of a log as text, without rows marked deleted and without timestamps. An undo must
 * give a row a new timestamp: with the old one, a merge with another phone would bring back what
 * was undone.
 */
function liveContent(log: HouseholdLog): string {
  const isLive = (row: { deletedAt?: unknown }) => (row.deletedAt ?? null) === null;
  return JSON.stringify(log, (_key, value: unknown) => {
    if (Array.isArray(value)) return value.filter((part) => typeof part !== 'object' || part === null || isLive(part));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).filter(([name]) => name !== 'updatedAt');
    return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

async function databaseOf(log: HouseholdLog): Promise<InfernalDatabase> {
  const db = openWindow(freshDatabaseName());
  for (const table of TABLE_NAMES) {
    const rows = log[table];
    const list: readonly object[] = 'id' in rows ? [rows] : rows;
    await db.table(table).bulkPut(table === 'incidents' ? log.incidents.map(toStoredIncident) : list);
  }
  return db;
}

describe('applyRepair and its undo', () => {
  const SLOW_TEST = { timeout: 300_000 };
  /**
   * How many proposals of each kind are tried for a log: forty wake-ups without a cause are all
   * alike.
   */
  const PROPOSALS_PER_KIND = 2;

  it.each([
    ['Europe/Paris', '2026-10-24', 'the clocks go back'],
    ['Europe/Paris', '2026-11-16', 'an ordinary night'],
  ])('give the same bytes as before: %s, %s: %s', SLOW_TEST, async (timeZone, around) => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(withDuplicates(randomCases({ timeZone, middleNight: day(around) })), async (scene) => {
        const db = await databaseOf(scene.log);
        const seen = new Map<string, number>();
        let clock = scene.now;
        const tick = () => {
          clock = addMs(clock, SECOND_MS);
          return clock;
        };
        const figures = async () => JSON.stringify(computeMetrics(await readLog(db), scene.range, scene.now));
        const before = { content: liveContent(await readLog(db)), figures: await figures() };
        for (const proposal of propose(toReviewLog(scene.log), scene.now)) {
          const count = (seen.get(proposal.kind) ?? 0) + 1;
          seen.set(proposal.kind, count);
          if (count > PROPOSALS_PER_KIND) continue;
          for (const repair of repairsOf(proposal).slice(0, 2)) {
            const result = await applyRepair(db, repair, { ids: idsFor(proposal), now: tick() });
            if (!result.ok) throw new Error(`${proposal.id}: ${JSON.stringify(result)}`);
            expect(liveContent(await readLog(db)), proposal.id).not.toBe(before.content);
            expect(await undo(db, { undo: result.value.undo, now: tick() }), proposal.id).toEqual({
              ok: true,
              value: null,
            });
            expect(liveContent(await readLog(db)), proposal.id).toBe(before.content);
            expect(await figures(), proposal.id).toBe(before.figures);
            answered += 1;
          }
        }
        db.close();
      }),
      { ...draws(40, 20_261_116), endOnFailure: true },
    );
    expect(answered).toBeGreaterThan(50);
  });
});

describe('applyRepair', () => {
  const newOptions = () => ({ ids: freshIds(9), now });

  it('logs a forgotten end as an estimate, so that it does not count for the recovery time', async () => {
    const db = await householdDatabase([incident([entry('detected', '02:43')])]);
    const end = { kind: 'end', incidentId: 'incident', at: tonightAt('03:03'), by: DAD, outcome: 'settled' } as const;
    expect(await applyRepair(db, end, newOptions())).toMatchObject({ ok: true });
    expect((await db.incidents.get('incident'))?.timeline.at(-1)).toMatchObject({
      kind: 'resolved',
      at: tonightAt('03:03'),
      by: DAD,
      estimated: true,
    });
  });

  it('makes the night’s row for “All quiet”, and the undo deletes it', async () => {
    const db = await householdDatabase();
    const result = await applyRepair(db, { kind: 'quiet', night }, newOptions());
    expect(await db.nights.get(night)).toMatchObject({ quiet: true, deletedAt: null });
    if (result.ok) await undo(db, { undo: result.value.undo, now });
    expect((await db.nights.get(night))?.deletedAt).toBe(now);
  });

  it('merges by marking the second incident deleted and moving its entries into the first', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03'), wakeUp('03:07', '03:20')]);
    const merge = { kind: 'merge', firstId: '02:43 to 03:03', secondId: '03:07 to 03:20' } as const;
    await applyRepair(db, merge, newOptions());
    expect(await db.incidents.get('03:07 to 03:20')).toMatchObject({ deletedAt: now });
    expect(await db.incidents.get('02:43 to 03:03')).toMatchObject({ resolvedAt: tonightAt('03:20') });
    // A second answer is refused, because it has been done.
    expect(await applyRepair(db, merge, newOptions())).toEqual({ ok: false, refusal: { code: 'unknownIncident' } });
  });

  it('merges what two phones logged at once into one, and the undo makes two again', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03'), wakeUp('02:45', '03:05')]);
    const merge = { kind: 'merge', firstId: '02:43 to 03:03', secondId: '02:45 to 03:05' } as const;
    const result = await applyRepair(db, merge, newOptions());
    if (!result.ok) throw new Error('refused');
    expect(await undo(db, { undo: result.value.undo, now })).toEqual({ ok: true, value: null });
    expect((await db.incidents.toArray()).map(({ deletedAt }) => deletedAt)).toEqual([null, null]);
  });

  it('refuses the undo if the first was made longer since, because they would overlap', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03'), wakeUp('03:07', '03:20')]);
    const merge = { kind: 'merge', firstId: '02:43 to 03:03', secondId: '03:07 to 03:20' } as const;
    const result = await applyRepair(db, merge, newOptions());
    if (!result.ok) throw new Error('refused');
    const later = [entry('reopened', '03:30'), entry('resolved', '03:40')];
    for (const line of later) await addEntry(db, { incidentId: '02:43 to 03:03', entry: line, now });
    expect(await undo(db, { undo: result.value.undo, now })).toMatchObject({ ok: false });
    expect(await db.incidents.get('03:07 to 03:20')).toMatchObject({ deletedAt: now });
  });

  it('writes nothing if the merged incident would overlap a third', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03'), wakeUp('03:10', '03:12'), wakeUp('03:20', '03:30')]);
    const before = liveContent(await readLog(db));
    const merge = { kind: 'merge', firstId: '02:43 to 03:03', secondId: '03:20 to 03:30' } as const;
    expect(await applyRepair(db, merge, newOptions())).toMatchObject({ refusal: { code: 'overlaps' } });
    expect(liveContent(await readLog(db))).toBe(before);
  });
});

describe('readReviewLog', () => {
  const NOTHING_NOTICED = { slips: [], now: tonightAt('09:00') };

  it('returns the last weeks, and each open incident however old, with its night and the next incident', async () => {
    const old = incident([entry('detected', at('2026-05-02 02:43'))], { id: 'old' });
    const next = incident([entry('detected', at('2026-05-02 03:10')), entry('resolved', at('2026-05-02 03:20'))], {
      id: 'next',
    });
    const last = incident([entry('detected', at('2026-05-02 04:10')), entry('resolved', at('2026-05-02 04:20'))], {
      id: 'after that',
    });
    const db = await householdDatabase([old, next, last, wakeUp('02:43', '03:03')]);
    await db.nights.put(nightRow({ id: day('2026-05-01'), morningAt: at('2026-05-02 06:00') }));
    const read = await readReviewLog(db, night, PARIS, NOTHING_NOTICED);
    expect(read.incidents.map(({ id }) => id).sort()).toEqual(['02:43 to 03:03', 'next', 'old']);
    expect(read.nights.map(({ id }) => id)).toEqual(['2026-05-01']);
    expect(read.firstNight).toBe('2026-05-01');
  });

  it('returns no rows and no first night for an empty log', async () => {
    expect(await readReviewLog(await householdDatabase(), night, PARIS, NOTHING_NOTICED)).toEqual({
      incidents: [],
      nights: [],
      firstNight: null,
      clockSlips: [],
      futureDates: [],
    });
  });
});

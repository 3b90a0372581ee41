import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { addEntry, changeIncident } from '@/db/incidents';
import { makeRepair } from '@/db/review';
import { readReview } from '@/db/reviewQueries';
import { toStored } from '@/db/stored';
import { undo } from '@/db/undo';
import { nightOf } from '@/domain/night';
import { propose } from '@/domain/review/propose';
import type { HouseholdLog } from '@/domain/rows/tables';
import { TABLE_NAMES } from '@/domain/rows/tables';
import { after, SECOND_MS } from '@/lib/time';
import { computeMetrics } from '@/metrics/computeMetrics';
import { freshName, householdDatabase, openWindow } from '../support/database';
import { at, DAD, day, entry, incident, MUM, tonightAt, wakeUp } from '../support/factories';
import { scenes } from '../support/randomLog';
import { asKnown, freshIds, idsFor, repairsOf, reviewLog, withTwins } from '../support/review';

const now = tonightAt('09:00');
const night = day('2026-11-16');

async function readLog(db: InfernalDatabase): Promise<HouseholdLog> {
  const tables = await Promise.all(TABLE_NAMES.map(async (table) => [table, await db.table(table).toArray()] as const));
  const { household, incidents, ...rest } = Object.fromEntries(tables);
  const withoutIndexes = incidents?.map(({ detectedAt: _from, resolvedAt: _to, ...row }) => row);
  return { ...rest, household: household?.[0], incidents: withoutIndexes } as unknown as HouseholdLog;
}

/**
 * What a log says, as text: without what is marked deleted, and without stamps. A stamp has to move: with the old one the merge with
 * another phone would bring back what was taken back.
 */
function told(log: HouseholdLog): string {
  const isLive = (row: { deletedAt?: unknown }) => (row.deletedAt ?? null) === null;
  return JSON.stringify(log, (_key, value: unknown) => {
    if (Array.isArray(value)) return value.filter((part) => typeof part !== 'object' || part === null || isLive(part));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).filter(([name]) => name !== 'updatedAt');
    return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

async function fill(log: HouseholdLog): Promise<InfernalDatabase> {
  const db = openWindow(freshName());
  for (const table of TABLE_NAMES) {
    const rows = log[table];
    const list: readonly object[] = 'id' in rows ? [rows] : rows;
    await db.table(table).bulkPut(table === 'incidents' ? log.incidents.map(toStored) : list);
  }
  return db;
}

describe('every answer can be taken back to the same bytes', () => {
  const PATIENT = { timeout: 300_000 };
  /** Of each kind so many a log: forty wake-ups without a cause are all alike. */
  const OF_A_KIND = 2;

  it.each([
    ['Europe/Paris', '2026-10-24', 'the clocks go back'],
    ['Europe/Paris', '2026-11-16', 'an ordinary night'],
  ])('%s, %s: %s', PATIENT, async (timeZone, around) => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(asKnown(withTwins(scenes({ timeZone, around: day(around) }))), async (scene) => {
        const db = await fill(scene.log);
        const seen = new Map<string, number>();
        let clock = scene.now;
        const tick = () => {
          clock = after(clock, SECOND_MS);
          return clock;
        };
        const figures = async () => JSON.stringify(computeMetrics(await readLog(db), scene.range, scene.now));
        const before = { told: told(await readLog(db)), figures: await figures() };
        for (const proposal of propose(reviewLog(scene.log), scene.now)) {
          const count = (seen.get(proposal.kind) ?? 0) + 1;
          seen.set(proposal.kind, count);
          if (count > OF_A_KIND) continue;
          for (const repair of repairsOf(proposal).slice(0, 2)) {
            const result = await makeRepair(db, repair, { ids: idsFor(proposal), now: tick() });
            if (!result.ok) throw new Error(`${proposal.id}: ${JSON.stringify(result)}`);
            expect(told(await readLog(db)), proposal.id).not.toBe(before.told);
            expect(await undo(db, { undo: result.value.undo, now: tick() }), proposal.id).toEqual({
              ok: true,
              value: null,
            });
            expect(told(await readLog(db)), proposal.id).toBe(before.told);
            expect(await figures(), proposal.id).toBe(before.figures);
            answered += 1;
          }
        }
        db.close();
      }),
      { seed: 20_261_116, numRuns: 40, endOnFailure: true },
    );
    expect(answered).toBeGreaterThan(100);
  });
});

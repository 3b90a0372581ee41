import { describe, expect, it } from 'vitest';
import { readWholeLog, restoreLog } from '@/db/backup';
import { InfernalDatabase } from '@/db/database';
import { readReviewLog } from '@/db/reviewQueries';
import { parseBackup, serializeBackup } from '@/domain/backup';
import type { Day } from '@/lib/time';
import { freshDatabaseName, openWindow } from '../support/database';
import { differences } from '../support/differences';
import { at } from '../support/factories';
import { rawDatabase } from '../support/version1/log';
import { computedOf } from '../support/version2';
import { backupOfVersion3, expectedOfVersion3, putDatabaseOfVersion3, tablesOfVersion3 } from '../support/version3';

const NOW = at('2026-11-19 08:00');

/** Opens the app's database over tables that version 3 wrote. */
async function migrated(name = freshDatabaseName()): Promise<InfernalDatabase> {
  await putDatabaseOfVersion3(name);
  const db = openWindow(name);
  await db.open();
  return db;
}

const computed = async (db: InfernalDatabase) => {
  const { log } = await readWholeLog(db);
  const noticed = { slips: [], now: at('2026-11-18 09:00') };
  return computedOf(log, await readReviewLog(db, '2026-11-17' as Day, log.household, noticed));
};

const idOf = (row: unknown): string => String((row as { id?: unknown }).id);

/** Every row by table, in the order of the ids, without the rows of `meta`. */
const rowsById = (tables: Record<string, unknown[]>) =>
  Object.fromEntries(
    Object.entries(tables)
      .filter(([table]) => table !== 'meta')
      .map(([table, rows]) => [table, rows.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))]),
  );

describe('a database of version 3', () => {
  it('gives the same figures, charts, reports, questions and lines once it is migrated', async () => {
    expect(differences(await computed(await migrated()), expectedOfVersion3())).toEqual([]);
  });

  it('keeps every row as it is, readable or not, and gets the empty tables of the sync', async () => {
    const name = freshDatabaseName();
    (await migrated(name)).close();
    const { version, tables } = await rawDatabase(name);
    expect(version).toBe(50);
    const sync = { outbox: [], documents: [], later: [], phones: [], pages: [] };
    expect(rowsById(tables)).toEqual({ ...rowsById(tablesOfVersion3()), ...sync });
    expect(tables.meta).toContainEqual({ id: 'schema', generation: 5 });
    expect(tables.meta).toContainEqual(tablesOfVersion3().meta?.find(({ id }) => id === 'previous'));
  });

  it('stays unchanged in a window that cannot migrate', async () => {
    const name = freshDatabaseName();
    await putDatabaseOfVersion3(name);
    await expect(new InfernalDatabase(name).open()).rejects.toThrow();
    const { version, tables } = await rawDatabase(name);
    expect(version).toBe(30);
    expect(rowsById(tables)).toEqual(rowsById(tablesOfVersion3()));
  });
});

describe('a backup file of version 3', () => {
  const parsed = (text = backupOfVersion3()) => {
    const read = parseBackup(text);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    return read.backup;
  };

  it('becomes the same log as the database, and gives the same figures', async () => {
    expect(parsed().log).toEqual((await readWholeLog(await migrated())).log);
    const db = openWindow(freshDatabaseName());
    await restoreLog(db, { log: parsed().log, mode: 'replace', now: NOW });
    expect(differences(await computed(db), expectedOfVersion3())).toEqual([]);
  });

  it('differs as a present file in its version only, and gives the same bytes in a second round trip', () => {
    const once = serializeBackup(parsed());
    expect(once).toBe(JSON.stringify({ ...JSON.parse(backupOfVersion3()), version: 5 }));
    expect(serializeBackup(parsed(once))).toBe(once);
  });

  it('is refused if it contains what only version 4 has', () => {
    const file = JSON.parse(backupOfVersion3());
    file.incidents[0].timeline[0].joinedFrom = 'elsewhere';
    const refusal = { code: 'unknownField', path: 'incidents[0].timeline[0].joinedFrom' };
    expect(parseBackup(JSON.stringify(file))).toEqual({ ok: false, refusal });
    file.version = 4;
    expect(parseBackup(JSON.stringify(file))).toMatchObject({ ok: true });
  });
});

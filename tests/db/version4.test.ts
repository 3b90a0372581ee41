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
import { backupOfVersion4, expectedOfVersion4, putDatabaseOfVersion4, tablesOfVersion4 } from '../support/version4';

const NOW = at('2026-11-19 08:00');

/** Opens the app's database over tables that version 4 wrote. */
async function migrated(name = freshDatabaseName()): Promise<InfernalDatabase> {
  await putDatabaseOfVersion4(name);
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

describe('a database of version 4', () => {
  it('gives the same figures, charts, reports, questions and lines once it is migrated', async () => {
    expect(differences(await computed(await migrated()), expectedOfVersion4())).toEqual([]);
  });

  it('keeps every row as it is, readable or not, and gets the empty table of the pages', async () => {
    const name = freshDatabaseName();
    (await migrated(name)).close();
    const { version, tables } = await rawDatabase(name);
    expect(version).toBe(50);

    expect(rowsById(tables)).toEqual({ ...rowsById(tablesOfVersion4()), pages: [] });
    expect(tables.meta).toContainEqual({ id: 'schema', generation: 5 });
    expect(tables.meta).toContainEqual(tablesOfVersion4().meta?.find(({ id }) => id === 'previous'));
  });

  it('stays unchanged in a window that cannot migrate', async () => {
    const name = freshDatabaseName();
    await putDatabaseOfVersion4(name);
    await expect(new InfernalDatabase(name).open()).rejects.toThrow();
    const { version, tables } = await rawDatabase(name);
    expect(version).toBe(40);
    expect(rowsById(tables)).toEqual(rowsById(tablesOfVersion4()));
  });
});

describe('a backup file of version 4', () => {
  const parsed = (text = backupOfVersion4()) => {
    const read = parseBackup(text);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    return read.backup;
  };

  it('becomes the same log as the database, and gives the same figures', async () => {
    expect(parsed().log).toEqual((await readWholeLog(await migrated())).log);
    const db = openWindow(freshDatabaseName());
    await restoreLog(db, { log: parsed().log, mode: 'replace', now: NOW });
    expect(differences(await computed(db), expectedOfVersion4())).toEqual([]);
  });

  it('differs as a present file in its version only, and gives the same bytes in a second round trip', () => {
    const once = serializeBackup(parsed());
    expect(once).toBe(JSON.stringify({ ...JSON.parse(backupOfVersion4()), version: 5 }));
    expect(serializeBackup(parsed(once))).toBe(once);
  });

  it.each<[string, object, string]>([
    ['a phone that rang', { kind: 'delivered', to: 'dad' }, 'kind'],
    ['an answer “I can’t”', { kind: 'noResponse', by: 'dad', declined: true }, 'declined'],
  ])('is refused if it contains %s', (_name, change, field) => {
    const file = JSON.parse(backupOfVersion4());
    const { timeline } = file.incidents[0];
    const { at: then, estimated, updatedAt, deletedAt } = timeline.at(-1);
    timeline.push({ id: 'new', at: then, estimated, updatedAt, deletedAt, ...change });
    const path = `incidents[0].timeline[${timeline.length - 1}].${field}`;
    expect(parseBackup(JSON.stringify(file))).toMatchObject({ ok: false, refusal: { path } });
    file.version = 5;
    expect(parseBackup(JSON.stringify(file))).toMatchObject({ ok: true });
  });

  it('is refused if its household pages by itself', () => {
    const file = JSON.parse(backupOfVersion4());
    file.household.pagesByItself = true;
    const refusal = { code: 'unknownField', path: 'household.pagesByItself' };
    expect(parseBackup(JSON.stringify(file))).toEqual({ ok: false, refusal });
    file.version = 5;
    expect(parseBackup(JSON.stringify(file))).toMatchObject({ ok: true });
  });
});

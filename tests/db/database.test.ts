import { describe, expect, it } from 'vitest';
import type { DatabaseTrouble } from '@/db/database';
import { pendingWrites } from '@/db/pending';
import { SCHEMA_GENERATION } from '@/db/schema';
import { TABLE_NAMES } from '@/domain/rows/tables';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../support/database';

/** A connection that is not the app's: that of another tab or another version. */
const connect = (name: string, version?: number, stores: string[] = []): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const store of stores) opening.result.createObjectStore(store);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

const firstTrouble = async (troubles: readonly DatabaseTrouble[]) => {
  while (troubles.length === 0) await new Promise((resolve) => setTimeout(resolve));
  return troubles[0];
};

/** What the browser calls a version that this app does not know: Dexie multiplies by ten. */
const NEWER_VERSION = 10 * (SCHEMA_GENERATION + 1);

/** The tables of the sync, whose rows belong to this phone. */
const SYNC_TABLES = ['outbox', 'documents', 'later', 'phones', 'pages'];

it('has a table for every kind of row', async () => {
  const db = openWindow(freshDatabaseName());
  await db.open();
  expect(db.tables.map(({ name }) => name).sort()).toEqual([...TABLE_NAMES, 'meta', ...SYNC_TABLES].sort());
  expect(await db.meta.toArray()).toEqual([
    { id: 'log', logId: expect.any(String) },
    { id: 'schema', generation: SCHEMA_GENERATION },
  ]);
});

describe('the database of a newer app', () => {
  it('is read but not written, and a tap is kept for the newer app', async () => {
    const name = freshDatabaseName();
    const newer = await householdDatabase([], name);
    await newer.meta.put({ id: 'schema', generation: SCHEMA_GENERATION + 1 });
    newer.close();

    const troubles: DatabaseTrouble[] = [];
    const older = openWindow(name, (trouble) => troubles.push(trouble));
    expect(await older.children.count()).toBe(2);
    expect(troubles).toEqual(['newerSchema']);
    expect(await logWakeUp(older)).toMatchObject({ ok: false, failure: 'newerSchema' });
    expect(await older.incidents.count()).toBe(0);
    expect(await pendingWrites()).toMatchObject([{ command: 'openIncident' }]);
  });

  it('is not written if the browser’s version of the database is newer, too, which Dexie opens silently', async () => {
    const name = freshDatabaseName();
    const before = await householdDatabase([], name);
    await before.meta.put({ id: 'schema', generation: SCHEMA_GENERATION + 1 });
    before.close();
    (await connect(name, NEWER_VERSION)).close();

    const troubles: DatabaseTrouble[] = [];
    const older = openWindow(name, (trouble) => troubles.push(trouble));
    expect(await logWakeUp(older)).toMatchObject({ ok: false, failure: 'newerSchema' });
    expect(troubles).toEqual(['newerSchema']);
  });
});

describe('another window', () => {
  it('can open a newer version at once: this window closes its database, reports it and writes no more', async () => {
    const name = freshDatabaseName();
    const troubles: DatabaseTrouble[] = [];
    const here = openWindow(name, (trouble) => troubles.push(trouble));
    await here.open();
    (await connect(name, NEWER_VERSION)).close();
    expect(troubles).toEqual(['newerWindowOpened']);
    expect(await logWakeUp(here)).toMatchObject({ ok: false, failure: 'newerSchema' });
  });

  it('is reported if it has an older version open, and once it is closed this window continues', async () => {
    const name = freshDatabaseName();
    // Version 5 is half of the 10 that Dexie makes of its version 1.
    const old = await connect(name, 5);
    const troubles: DatabaseTrouble[] = [];
    const here = openWindow(name, (trouble) => troubles.push(trouble));
    const opening = here.open();
    expect(await firstTrouble(troubles)).toBe('blockedByOtherWindow');
    old.close();
    await opening;
    expect(await here.children.count()).toBe(0);
  });
});

describe('a log that is deleted while it is open', () => {
  const deleteDatabase = (name: string) =>
    new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });

  it('is reported as deleted, not as opened by a newer version, and a tap is kept', async () => {
    const name = freshDatabaseName();
    const troubles: DatabaseTrouble[] = [];
    const here = openWindow(name, (trouble) => troubles.push(trouble));
    await here.open();
    await deleteDatabase(name);
    expect(troubles).toEqual(['deletedElsewhere']);
    expect(await logWakeUp(here)).toMatchObject({ failure: 'deletedElsewhere', kept: 'onDisk' });
    expect(await pendingWrites()).toMatchObject([{ command: 'openIncident' }]);
    // The tap has not begun a new log in silence.
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
  });

  it('is not replaced in silence by a new one when its connection was lost and is opened again', async () => {
    const name = freshDatabaseName();
    const troubles: DatabaseTrouble[] = [];
    const here = openWindow(name, (trouble) => troubles.push(trouble));
    await here.open();
    const { logId } = here;
    // The browser closes the connection without an event, as it does when site data are cleared.
    here.close({ disableAutoOpen: false });
    await deleteDatabase(name);
    expect(await logWakeUp(here)).toMatchObject({ failure: 'deletedElsewhere' });
    expect(troubles).toEqual(['deletedElsewhere']);
    expect(here.logId).toBe(logId);
  });

  it('is opened again if only its connection was lost', async () => {
    const name = freshDatabaseName();
    const troubles: DatabaseTrouble[] = [];
    const db = await householdDatabase([], name);
    db.close();
    const here = openWindow(name, (trouble) => troubles.push(trouble));
    await here.open();
    here.close({ disableAutoOpen: false });
    expect(await logWakeUp(here)).toMatchObject({ ok: true });
    expect(troubles).toEqual([]);
  });
});

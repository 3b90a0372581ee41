import { describe, expect, it } from 'vitest';
import type { DatabaseTrouble } from '@/db/database';
import { pendingWrites } from '@/db/pending';
import { TABLE_NAMES } from '@/domain/rows/tables';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../support/database';

/** A connection of this page that is not the app's: another tab's, or another version's. */
const connect = (name: string, version?: number, stores: string[] = []): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const store of stores) opening.result.createObjectStore(store);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

const firstTrouble = async (said: readonly DatabaseTrouble[]) => {
  while (said.length === 0) await new Promise((resolve) => setTimeout(resolve));
  return said[0];
};

it('has a table for every kind of row', async () => {
  const db = openWindow(freshDatabaseName());
  await db.open();
  expect(db.tables.map(({ name }) => name).sort()).toEqual([...TABLE_NAMES, 'meta'].sort());
  expect(await db.meta.toArray()).toEqual([{ id: 'schema', generation: 2 }]);
});

describe('a log that a newer app wrote', () => {
  it('is read, and not written to; the tap is kept for the app that may', async () => {
    const name = freshDatabaseName();
    const newer = await householdDatabase([], name);
    await newer.meta.put({ id: 'schema', generation: 3 });
    newer.close();

    const said: DatabaseTrouble[] = [];
    const older = openWindow(name, (trouble) => said.push(trouble));
    expect(await older.children.count()).toBe(2);
    expect(said).toEqual(['newerSchema']);
    expect(await logWakeUp(older)).toEqual({ ok: false, failure: 'newerSchema' });
    expect(await older.incidents.count()).toBe(0);
    expect(pendingWrites()).toMatchObject([{ command: 'openIncident' }]);
  });

  it('is guarded where the browser’s own version is newer too, which Dexie opens without a word', async () => {
    const name = freshDatabaseName();
    const before = await householdDatabase([], name);
    await before.meta.put({ id: 'schema', generation: 3 });
    before.close();
    (await connect(name, 30)).close();

    const said: DatabaseTrouble[] = [];
    const older = openWindow(name, (trouble) => said.push(trouble));
    expect(await logWakeUp(older)).toEqual({ ok: false, failure: 'newerSchema' });
    expect(said).toEqual(['newerSchema']);
  });
});

describe('another window', () => {
  it('that opens a newer version gets the log at once; this one closes, says so and writes no more', async () => {
    const name = freshDatabaseName();
    const said: DatabaseTrouble[] = [];
    const here = openWindow(name, (trouble) => said.push(trouble));
    await here.open();
    (await connect(name, 30)).close();
    expect(said).toEqual(['newerWindowOpened']);
    expect(await logWakeUp(here)).toMatchObject({ ok: false, failure: 'newerSchema' });
  });

  it('that holds an older version open is named; once it is closed, this one goes on', async () => {
    const name = freshDatabaseName();
    // Version 5: half of what Dexie makes of its version 1.
    const old = await connect(name, 5);
    const said: DatabaseTrouble[] = [];
    const here = openWindow(name, (trouble) => said.push(trouble));
    const opening = here.open();
    expect(await firstTrouble(said)).toBe('blockedByOtherWindow');
    old.close();
    await opening;
    expect(await here.children.count()).toBe(0);
  });
});

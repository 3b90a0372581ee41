import { beforeEach, expect, it } from 'vitest';
import { applyEarlyTaps } from '@/db/earlyTaps';
import { readFirstEarlyTap } from '@/db/firstEarlyTap';
import { undo } from '@/db/undo';
import { householdDatabase, logWakeUp } from '../support/database';
import { LEO, MUM, tonightAt, ZOE } from '../support/factories';

const now = tonightAt('02:44');

/**
 * Writes as public/early.js does: without Dexie. Dexie multiplies its versions by ten, so its
 * version 1 is 10 here.
 */
const storeEarlyTaps = (...taps: object[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('infernalops-early', 10);
    opening.onupgradeneeded = () => opening.result.createObjectStore('taps', { keyPath: 'id' });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('taps', 'readwrite');
      for (const tap of taps) transaction.objectStore('taps').put(tap);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });

beforeEach(
  () =>
    new Promise<void>((resolve) => {
      indexedDB.deleteDatabase('infernalops-early').onsuccess = () => resolve();
    }),
);

it('opens one incident at the instant of an early tap, and none when it is applied again', async () => {
  const db = await householdDatabase();
  await storeEarlyTaps({ id: 'early-1', at: tonightAt('02:43'), child: ZOE });
  expect(await applyEarlyTaps(db, MUM, now)).toMatchObject({ openedCount: 1 });
  expect(await applyEarlyTaps(db, MUM, now)).toEqual({ openedCount: 0, undo: [] });
  expect(await db.incidents.toArray()).toMatchObject([
    { id: 'early-1', childId: ZOE, timeline: [{ at: tonightAt('02:43'), by: MUM, via: 'tap', estimated: false }] },
  ]);
});

it('reads when the first early tap of this night was made', async () => {
  expect(await readFirstEarlyTap(now)).toBeNull();
  await storeEarlyTaps(
    { id: 'second', at: tonightAt('02:43:20'), child: null },
    { id: 'first', at: tonightAt('02:43:10'), child: null },
    // A clock that was never set, and one that ran ahead.
    { id: 'long ago', at: 0, child: null },
    { id: 'ahead', at: tonightAt('02:50'), child: null },
    { id: 'broken' },
  );
  expect(await readFirstEarlyTap(now)).toBe(tonightAt('02:43:10'));
});

it('opens an incident for the first child if the tap names an unknown child', async () => {
  const db = await householdDatabase();
  await storeEarlyTaps({ id: 'early-1', at: tonightAt('02:43'), child: 'gone' });
  await applyEarlyTaps(db, null, now);
  expect(await db.incidents.toArray()).toMatchObject([{ childId: LEO }]);
});

it('can be undone, all taps of one start together', async () => {
  const db = await householdDatabase();
  await storeEarlyTaps(
    { id: 'early-1', at: tonightAt('02:43'), child: LEO },
    { id: 'early-2', at: tonightAt('02:43:10'), child: ZOE },
  );
  const applied = await applyEarlyTaps(db, MUM, now);
  expect(applied.openedCount).toBe(2);
  expect(await undo(db, { undo: applied.undo, now })).toEqual({ ok: true, value: null });
  expect((await db.incidents.toArray()).map(({ deletedAt }) => deletedAt)).toEqual([now, now]);
});

it('opens no incident if the child is already awake', async () => {
  const db = await householdDatabase();
  await logWakeUp(db, '02:40');
  await storeEarlyTaps({ id: 'early-1', at: tonightAt('02:43'), child: LEO });
  expect(await applyEarlyTaps(db, null, now)).toEqual({ openedCount: 0, undo: [] });
  expect(await db.incidents.count()).toBe(1);
});

it('logs the present as an estimated time if the clock was set back after the tap', async () => {
  const db = await householdDatabase();
  await storeEarlyTaps({ id: 'early-1', at: tonightAt('05:00'), child: LEO });
  expect(await applyEarlyTaps(db, null, now)).toMatchObject({ openedCount: 1 });
  expect(await db.incidents.toArray()).toMatchObject([{ timeline: [{ at: now, estimated: true }] }]);
});

it('ignores invalid data stored beside a tap', async () => {
  const db = await householdDatabase();
  await storeEarlyTaps({ id: 'a', at: 'now', child: 7 }, { id: 'b', at: tonightAt('02:43'), child: null });
  expect(await applyEarlyTaps(db, null, now)).toMatchObject({ openedCount: 1 });
});

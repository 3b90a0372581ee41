import { beforeEach, expect, it } from 'vitest';
import { applyEarlyTaps } from '@/db/earlyTaps';
import { householdDatabase, logWakeUp } from '../support/database';
import { LEO, MUM, tonightAt, ZOE } from '../support/factories';

const now = tonightAt('02:44');

/** Writes as public/early.js does: without Dexie, version 10. */
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

it('a tap from before the app was up becomes an incident at its own instant, once', async () => {
  const db = await householdDatabase();
  await storeEarlyTaps({ id: 'early-1', at: tonightAt('02:43'), child: ZOE });
  expect(await applyEarlyTaps(db, MUM, now)).toBe(1);
  expect(await applyEarlyTaps(db, MUM, now)).toBe(0);
  expect(await db.incidents.toArray()).toMatchObject([
    { id: 'early-1', childId: ZOE, timeline: [{ at: tonightAt('02:43'), by: MUM, via: 'tap', estimated: false }] },
  ]);
});

it('without a child, or for a deleted child, it belongs to the first child', async () => {
  const db = await householdDatabase();
  await storeEarlyTaps({ id: 'early-1', at: tonightAt('02:43'), child: 'gone' });
  await applyEarlyTaps(db, null, now);
  expect(await db.incidents.toArray()).toMatchObject([{ childId: LEO }]);
});

it('while the child was awake already, it is answered by that incident', async () => {
  const db = await householdDatabase();
  await logWakeUp(db, '02:40');
  await storeEarlyTaps({ id: 'early-1', at: tonightAt('02:43'), child: LEO });
  expect(await applyEarlyTaps(db, null, now)).toBe(0);
  expect(await db.incidents.count()).toBe(1);
});

it('a clock that was set back since costs a guess, not the wake-up', async () => {
  const db = await householdDatabase();
  await storeEarlyTaps({ id: 'early-1', at: tonightAt('05:00'), child: LEO });
  expect(await applyEarlyTaps(db, null, now)).toBe(1);
  expect(await db.incidents.toArray()).toMatchObject([{ timeline: [{ at: now, estimated: true }] }]);
});

it('is read although invalid data is stored beside it', async () => {
  const db = await householdDatabase();
  await storeEarlyTaps({ id: 'a', at: 'now', child: 7 }, { id: 'b', at: tonightAt('02:43'), child: null });
  expect(await applyEarlyTaps(db, null, now)).toBe(1);
});

// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { readSide } from '@/db/sideDatabase';
import { addSideWrite } from '@/db/sideWrites';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../support/database';

/*
 * A page that was left may be kept by the browser, stopped as it is. A transaction of it would
 * never end, and would keep its tables from the next page (e2e/webkit/left.spec.ts).
 */

const leave = (persisted: boolean) => dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));

afterEach(() => leave(false));

describe('a page that is left and kept', () => {
  it('aborts the transactions that are running', async () => {
    const db = await householdDatabase();
    const writing = db.transaction('rw', db.caregivers, async () => {
      await db.caregivers.clear();
      leave(true);
      await db.caregivers.clear();
    });
    await expect(writing).rejects.toThrow();
    leave(false);
    expect(await db.caregivers.count()).toBe(2);
  });

  it('begins no other transaction, in the log or beside it', async () => {
    const name = freshDatabaseName();
    const db = await householdDatabase([], name);
    await readSide();
    leave(true);
    expect(await logWakeUp(db)).toMatchObject({ failure: expect.anything() });
    await expect(addSideWrite({ id: 'late' })).rejects.toThrow('the page was left');
    leave(false);
    expect(await openWindow(name).incidents.count()).toBe(0);
    expect((await readSide()).writes).toEqual([]);
  });
});

it('a page that is left for good ends its writes in peace', async () => {
  const db = await householdDatabase();
  const writing = logWakeUp(db);
  leave(false);
  expect(await writing).toMatchObject({ ok: true });
});

import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { beginSharing } from '@/db/sharing/share';
import { sendRows } from '@/pwa/worker/sendRows';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import { householdDatabase } from '../../support/database';
import { entry, incident } from '../../support/factories';
import { html, json, type LoopbackServer, startLoopbackServer } from '../../support/sync/loopbackServer';
import { installSyncLock } from '../../support/sync/syncLock';

/* What the worker does after it has written, on the log of the real name, with a real request. */

let server: LoopbackServer;
beforeEach(async () => {
  await Dexie.delete(DATABASE_NAME);
  server = await startLoopbackServer();
  installSyncLock(false);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

const SECRET = new Uint8Array(32).fill(7);

/** A log that is shared and was never sent: two children, two caregivers, one incident. */
async function sharedLog() {
  const db = await householdDatabase([incident([entry('detected', '02:43')])], DATABASE_NAME);
  const keys = await deriveKeys(SECRET);
  await beginSharing(db, {
    sharing: {
      id: 'sharing',
      householdId: keys.householdId,
      secret: SECRET,
      phoneId: 'his',
      name: 'his',
      caregiverId: null,
      privateKey: new Uint8Array(1),
      publicKey: '',
      isJoining: false,
    },
  });
  return { db, keys };
}

it('sends what is in the outbox to the home server, and closes its connection', async () => {
  const { db, keys } = await sharedLog();
  server.answer(json(200, { head: 6, sum: 'SSSSSSSSSSSSSSSSSSSSSA', conflicts: [] }));
  const close = vi.spyOn(InfernalDatabase.prototype, 'close');
  await sendRows(server.origin, '1');
  expect(server.received).toMatchObject([
    {
      method: 'POST',
      url: `/api/v1/households/${keys.householdId}/docs`,
      headers: { authorization: `Bearer ${keys.token}` },
    },
  ]);
  expect(await db.outbox.count()).toBe(0);
  const ownConnection = close.mock.contexts.find((connection) => connection !== db);
  expect((ownConnection as InfernalDatabase).isOpen()).toBe(false);
});

it.each([
  ['answers with a page of its own', () => server.answer(html(200))],
  ['fails', () => server.answer(json(500, { error: 'failed' }))],
  ['is gone', () => server.close()],
])('keeps the rows in the outbox if the server %s', async (_what, prepare) => {
  const { db } = await sharedLog();
  await prepare();
  await expect(sendRows(server.origin, '1')).resolves.toBeUndefined();
  expect(await db.outbox.count()).toBe(6);
});

it('does not fail if the log cannot be read', async () => {
  await sharedLog();
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
    throw new DOMException('no disk', 'UnknownError');
  });
  await expect(sendRows(server.origin, '1')).resolves.toBeUndefined();
  expect(server.received).toEqual([]);
});

it('asks nobody if the log is not shared', async () => {
  await householdDatabase([incident([entry('detected', '02:43')])], DATABASE_NAME);
  await sendRows(server.origin, '1');
  expect(server.received).toEqual([]);
});

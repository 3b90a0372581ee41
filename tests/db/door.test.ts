import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyPending } from '@/db/applyPending';
import { removeIncident } from '@/db/correctIncident';
import { addEntry } from '@/db/editIncident';
import { openIncident } from '@/db/incidents';
import { changeNight } from '@/db/nights';
import { keepPending, pendingWrites } from '@/db/pending';
import { addChild } from '@/db/people';
import { readIncident } from '@/db/queries';
import { undo } from '@/db/undo';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../support/database';
import { day, entry, incident, LEO, tonightAt } from '../support/factories';

const now = tonightAt('09:00');

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/**
 * From now on every transaction throws this error. Dexie keeps a reference to the function when it
 * opens, so this must be called before.
 */
function makeStorageFail(error: () => Error | null) {
  const { transaction } = IDBDatabase.prototype;
  return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const refusal = args[1] === 'readwrite' ? error() : null;
    if (refusal) throw refusal;
    return transaction.apply(this, args);
  });
}

const connectionLost = () =>
  new DOMException('Connection to Indexed Database server lost. Refresh the page', 'UnknownError');

describe('a write whose connection was lost', () => {
  it('reopens the database and is written', async () => {
    const db = await householdDatabase();
    forceCloseDatabase(db.backendDB() as unknown as Parameters<typeof forceCloseDatabase>[0]);
    expect(await logWakeUp(db)).toMatchObject({ ok: true, value: { opened: true } });
    expect(await db.incidents.count()).toBe(1);
    expect(await pendingWrites()).toEqual([]);
  });

  it('is written once if the connection returns within two seconds', async () => {
    let failures = 3;
    makeStorageFail(() => (failures-- > 0 ? connectionLost() : null));
    const name = freshDatabaseName();
    failures = 0;
    const db = await householdDatabase([], name);
    failures = 3;
    expect(await logWakeUp(db)).toMatchObject({ ok: true });
    expect(await db.incidents.count()).toBe(1);
    expect(await pendingWrites()).toEqual([]);
  });

  it('is kept, and written once at the next start, if the connection does not return', async () => {
    let lost = false;
    const storage = makeStorageFail(() => (lost ? connectionLost() : null));
    const name = freshDatabaseName();
    const db = await householdDatabase([], name);
    lost = true;
    expect(await logWakeUp(db)).toEqual({ ok: false, failure: 'connectionLost', kept: 'inWindow' });
    expect(await pendingWrites()).toHaveLength(1);
    expect(localStorage.getItem('infernalops.pending.2')).toContain('woke 02:43');
    db.close();
    storage.mockRestore();

    const next = openWindow(name);
    expect(await applyPending(next, now)).toMatchObject({ applied: 1 });
    expect(await next.incidents.toArray()).toMatchObject([{ id: 'woke 02:43', detectedAt: tonightAt('02:43') }]);
    expect(await applyPending(next, now)).toMatchObject({ applied: 0 });
    expect(await pendingWrites()).toEqual([]);
    expect(await next.incidents.count()).toBe(1);
  });
});

describe('a write to full storage', () => {
  it('is not written in part, is kept, and is written later', async () => {
    const db = await householdDatabase();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    expect(await logWakeUp(db)).toEqual({ ok: false, failure: 'full', kept: 'onDisk' });
    expect(await db.incidents.count()).toBe(0);
    // The storage is still full at the next start, so the write stays pending.
    expect(await applyPending(db, now)).toMatchObject({ applied: 0 });
    expect(await pendingWrites()).toHaveLength(1);
    put.mockRestore();
    expect(await applyPending(db, now)).toMatchObject({ applied: 1 });
    expect(await db.incidents.count()).toBe(1);
  });
});

describe('a browser without storage', () => {
  it('is reported as unavailable', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    expect(await logWakeUp(openWindow(freshDatabaseName()))).toMatchObject({ ok: false, failure: 'unavailable' });
  });
});

describe('a pending write', () => {
  it('is applied after the writes of earlier taps', async () => {
    const db = await householdDatabase();
    const at = tonightAt('02:43');
    const detected = { id: 'cry', at, estimated: false, updatedAt: at, deletedAt: null, by: null, via: 'tap' };
    await keepPending({
      id: '1',
      command: 'openIncident',
      input: { incidentId: 'kept', childId: LEO, detected, now: at },
    });
    await keepPending({
      id: '2',
      command: 'addEntry',
      input: { incidentId: 'kept', entry: entry('resolved', '03:03'), now },
    });
    expect(await applyPending(db, now)).toMatchObject({ applied: 2 });
    expect((await db.incidents.get('kept'))?.resolvedAt).toBe(tonightAt('03:03'));
  });

  it('is dropped if it is refused now, waits if its command is unknown, and no other one is lost', async () => {
    const db = await householdDatabase();
    await keepPending({
      id: '1',
      command: 'addEntry',
      input: { incidentId: 'gone', entry: entry('note', '03:00'), now },
    });
    await keepPending({ id: '2', command: 'noSuchCommand', input: {} });
    await keepPending({
      id: '3',
      command: 'changeNight',
      input: { night: '2026-11-16', change: { bedtimeAt: 1 }, now },
    });
    localStorage.setItem(
      'infernalops.pending.2',
      `${localStorage.getItem('infernalops.pending.2')?.slice(0, -1)},7,null,{"id":1}]`,
    );
    expect(await applyPending(db, now)).toMatchObject({ applied: 1, unknown: 1 });
    expect(await pendingWrites()).toMatchObject([{ id: '2' }]);
    expect(await db.nights.count()).toBe(1);
  });

  it('does not restore a row that was deleted since, if it had been written already', async () => {
    const db = await householdDatabase();
    const at = tonightAt('02:43');
    const detected = { id: 'cry', at, estimated: false, updatedAt: at, deletedAt: null, by: null, via: 'tap' } as const;
    const tap = { incidentId: 'kept', childId: LEO, detected, now: at };
    await openIncident(db, tap);
    await removeIncident(db, { incidentId: 'kept', now });
    await keepPending({ id: '1', command: 'openIncident', input: tap });
    await applyPending(db, now);
    expect(await readIncident(db, 'kept')).toBeNull();
    expect(await pendingWrites()).toEqual([]);
  });

  it('is not read if localStorage contains invalid JSON', async () => {
    localStorage.setItem('infernalops.pending.2', '{"half');
    expect(await pendingWrites()).toEqual([]);
  });
});

describe('a write that is applied twice', () => {
  const at = tonightAt('02:43');
  const detected = { id: 'cry', at, estimated: false, updatedAt: at, deletedAt: null, by: null, via: 'tap' } as const;

  it('has the result of one write, in every table', async () => {
    const once = await householdDatabase([incident([entry('detected', '01:00'), entry('resolved', '01:10')])]);
    const twice = await householdDatabase([incident([entry('detected', '01:00'), entry('resolved', '01:10')])]);
    for (const [db, times] of [
      [once, 1],
      [twice, 2],
    ] as const) {
      for (let time = 0; time < times; time += 1) {
        await openIncident(db, { incidentId: 'new', childId: LEO, detected, now: at });
        await addEntry(db, { incidentId: 'incident', entry: entry('note', '01:05'), now });
        await changeNight(db, { night: day('2026-11-16'), change: { bedtimeAt: tonightAt('20:30') }, now });
        await addChild(db, { id: 'third', name: 'Ana', details: { color: 'pink' }, now });
      }
    }
    const withoutStamps = (rows: object[]) => rows.map((row) => ({ ...row, updatedAt: null }));
    for (const table of ['incidents', 'nights', 'children']) {
      expect(withoutStamps(await twice.table(table).toArray())).toEqual(
        withoutStamps(await once.table(table).toArray()),
      );
    }
  });

  it('has the result of one write, for an undo', async () => {
    const db = await householdDatabase();
    const opened = await openIncident(db, { incidentId: 'new', childId: LEO, detected, now: at });
    if (!opened.ok || !opened.value.opened) throw new Error('not opened');
    await undo(db, { undo: opened.value.undo, now });
    await undo(db, { undo: opened.value.undo, now });
    expect((await db.incidents.get('new'))?.deletedAt).not.toBeNull();
  });
});

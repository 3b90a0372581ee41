import { IDBTransaction as FakeTransaction } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyPending } from '@/db/applyPending';
import type { InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import { changeNight } from '@/db/nights';
import { pendingWrites } from '@/db/pending';
import { readRawTables } from '@/db/rawTables';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../support/database';
import { day, entry, incident, tonightAt } from '../support/factories';

/*
 * iOS ends its storage process while the app is in the background. Every connection is then lost,
 * at whatever place a command has come to: before it opens the database, at its transaction, at any
 * of its requests, or at the commit.
 */

const now = tonightAt('02:50');
const lostError = () =>
  new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');

type Place = 'open' | 'transaction' | 'commit' | `request ${number}`;

interface RunningTransaction {
  mode: IDBTransactionMode;
  db: IDBDatabase;
  error: DOMException | null;
  _state: string;
  _requests: unknown[];
  _execRequestAsync(operation: { operation: () => unknown }): IDBRequest;
  _start(): void;
  _abort(name: string | null): void;
}

/** What is lost next; null if nothing. `count` requests have been made in write transactions. */
const storage = { place: null as Place | null, timesLeft: 0, count: 0, name: '' };

function isLostAt(place: Place, db: { name: string }): boolean {
  if (storage.place !== place || storage.timesLeft === 0 || db.name !== storage.name) return false;
  storage.timesLeft -= 1;
  return true;
}

beforeEach(() => {
  // The two seconds in which the connection may come back are over after two looks at the clock.
  let elapsed = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (elapsed += 1500));
  const { open } = IDBFactory.prototype;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version) {
    if (!isLostAt('open', { name })) return open.call(this, name, version);
    const request = { onerror: null as ((event: object) => void) | null, error: lostError() };
    setTimeout(() => request.onerror?.({ target: request, preventDefault() {}, stopPropagation() {} }));
    return request as unknown as IDBOpenDBRequest;
  });
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (args[1] === 'readwrite') {
      storage.count = 0;
      if (isLostAt('transaction', this)) throw lostError();
    }
    return transaction.apply(this, args);
  });
  const running = FakeTransaction.prototype as unknown as RunningTransaction;
  const { _execRequestAsync, _start } = running;
  vi.spyOn(running, '_execRequestAsync').mockImplementation(function (this: RunningTransaction, request) {
    const isLost = this.mode === 'readwrite' && isLostAt(`request ${storage.count++}`, this.db);
    const operation = () => {
      throw lostError();
    };
    return _execRequestAsync.call(this, isLost ? { ...request, operation } : request);
  });
  vi.spyOn(running, '_start').mockImplementation(function (this: RunningTransaction) {
    const isAtCommit = this.mode === 'readwrite' && this._requests.length === 0 && storage.count > 0;
    if (!isAtCommit || this._state === 'finished' || !isLostAt('commit', this.db)) return _start.call(this);
    this.error = lostError();
    this._abort(null);
  });
});

afterEach(() => {
  Object.assign(storage, { place: null, timesLeft: 0 });
});

type Run = (db: InfernalDatabase) => Promise<unknown>;

/** Commands of the night: what they need in the log, and themselves. */
const COMMANDS: [string, Run][] = [
  ['“Baby woke”', (db) => logWakeUp(db)],
  [
    'a tap on a step',
    (db) => addEntry(db, { incidentId: 'open', entry: entry('acknowledged', '02:41', { id: 'up' }), now }),
  ],
  ['the end of the night', (db) => changeNight(db, { night: day('2026-11-16'), change: { quiet: true }, now })],
];

/** A log in which one child has been awake since 2:40. */
async function openLog(): Promise<InfernalDatabase> {
  const name = freshDatabaseName();
  const awake = incident([entry('detected', '02:40')], { id: 'open', childId: 'zoe' });
  const db = await householdDatabase([awake], name);
  Object.assign(storage, { place: null, timesLeft: 0, count: 0, name });
  return db;
}

const rowsOf = async (db: InfernalDatabase): Promise<string> => {
  const { household: _, ...tables } = await readRawTables(db);
  return JSON.stringify(tables);
};

describe.each(COMMANDS)('%s', (_name, run) => {
  /** Every place at which this command can lose its connection, and the rows that it leaves. */
  async function runUnharmed(): Promise<{ places: Place[]; rows: string }> {
    const db = await openLog();
    expect(await run(db)).toMatchObject({ ok: true });
    const requests = Array.from({ length: storage.count }, (_, index): Place => `request ${index}`);
    expect(requests.length).toBeGreaterThan(1);
    return { places: ['open', 'transaction', ...requests, 'commit'], rows: await rowsOf(db) };
  }

  it('is written once, wherever the connection is lost, if it comes back', async () => {
    const { places, rows } = await runUnharmed();
    for (const place of places) {
      const db = await openLog();
      if (place === 'open') db.close({ disableAutoOpen: false });
      Object.assign(storage, { place, timesLeft: 1 });
      expect.soft(await run(db), place).toMatchObject({ ok: true });
      expect.soft(storage.timesLeft, `${place} was reached`).toBe(0);
      expect.soft(await rowsOf(db), place).toBe(rows);
      expect.soft(await pendingWrites(), place).toEqual([]);
    }
  });

  it('is kept, wherever the connection is lost for good, and written once at the next start', async () => {
    const { places, rows } = await runUnharmed();
    for (const place of places) {
      const db = await openLog();
      const before = await rowsOf(db);
      if (place === 'open') db.close({ disableAutoOpen: false });
      Object.assign(storage, { place, timesLeft: Number.POSITIVE_INFINITY });
      expect.soft(await run(db), place).toMatchObject({ ok: false, failure: 'connectionLost' });
      expect.soft(await pendingWrites(), place).toHaveLength(1);
      db.close();
      Object.assign(storage, { place: null, timesLeft: 0 });

      const next = openWindow(storage.name);
      expect.soft(await rowsOf(next), `${place}: nothing in part`).toBe(before);
      expect.soft(await applyPending(next, now), place).toMatchObject({ applied: 1, failure: null });
      expect.soft(await rowsOf(next), place).toBe(rows);
      expect.soft(await pendingWrites(), place).toEqual([]);
    }
  });
});

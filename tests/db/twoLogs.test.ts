import { afterEach, describe, expect, it, vi } from 'vitest';
import { InfernalDatabase } from '@/db/database';
import { openWithin } from '@/db/openWithin';
import { keepPending, pendingWrites } from '@/db/pending';
import { readIncident, readOpenIncidents } from '@/db/queries';
import { readWhatCanBeRead } from '@/db/rawTables';
import { createSecondLog, isSecondLogInUse, SECOND_LOG_FACT } from '@/db/secondLog';
import { readSide } from '@/db/sideDatabase';
import { removeSideFact } from '@/db/sideWrites';
import { toStoredIncident } from '@/db/storedIncident';
import { beginSecondLog, joinLogs, openFirstLog } from '@/db/twoLogs';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../support/database';
import { entry, incident, LEO, leo, mum, tonightAt, wakeUp } from '../support/factories';

const now = tonightAt('09:00');

async function secondLog(): Promise<InfernalDatabase> {
  const second = await createSecondLog();
  await second.open();
  return second;
}

afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await removeSideFact(SECOND_LOG_FACT);
  await (await createSecondLog()).delete();
});

describe('a database that does not open', () => {
  it('is given up after a time, instead of being waited for', async () => {
    const db = openWindow(freshDatabaseName());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    const opening = openWithin(db, 5000);
    const failed = expect(opening).rejects.toThrow('does not answer');
    await vi.advanceTimersByTimeAsync(5000);
    await failed;
  });

  it('is waited for while it is migrated, which takes longer', async () => {
    const db = openWindow(freshDatabaseName());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    db.isMigrating = true;
    const settled = vi.fn();
    openWithin(db, 5000).catch(settled);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(settled).not.toHaveBeenCalled();
    db.isMigrating = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(settled).toHaveBeenCalledOnce();
  });
});

describe('the second log', () => {
  it('begins with what is kept, and is opened from the next start on', async () => {
    const second = await secondLog();
    await second.children.put(leo);
    second.close();
    const detected = { id: 'cry', at: now, estimated: false, updatedAt: now, deletedAt: null, by: null, via: 'tap' };
    await keepPending({ id: '1', command: 'openIncident', input: { incidentId: 'kept', childId: LEO, detected, now } });
    expect(await beginSecondLog(now)).toBe(true);
    expect(isSecondLogInUse(await readSide())).toBe(true);
    expect(await pendingWrites()).toEqual([]);
    const next = await secondLog();
    expect(await next.incidents.get('kept')).toMatchObject({ childId: LEO });
    next.close();
  });

  it('is not begun if that cannot be remembered: what is kept stays kept', async () => {
    await keepPending({ id: '1', command: 'addEntry', input: {} });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    expect(await beginSecondLog(now)).toBe(false);
    vi.restoreAllMocks();
    expect(isSecondLogInUse(await readSide())).toBe(false);
    expect(await pendingWrites()).toHaveLength(1);
  });

  it('is joined with the first one: both are one log, and the next start opens the first', async () => {
    const first = await householdDatabase([wakeUp('01:00', '01:20')]);
    await beginSecondLog(now);
    const second = await secondLog();
    await second.children.put(leo);
    await second.caregivers.put(mum);
    await logWakeUp(second, '04:00');
    expect(await joinLogs(second, first, now)).toEqual({ ok: true });
    expect((await first.incidents.orderBy('detectedAt').toArray()).map(({ id }) => id)).toEqual([
      '01:00 to 01:20',
      'woke 04:00',
    ]);
    expect(isSecondLogInUse(await readSide())).toBe(false);
    const later = await secondLog();
    expect(await later.incidents.count()).toBe(0);
    later.close();
  });

  it('is joined although the child is awake in both: it is one wake-up', async () => {
    const first = await householdDatabase([incident([entry('detected', '04:10')], { id: 'here' })]);
    await beginSecondLog(now);
    const second = await secondLog();
    await second.children.put(leo);
    await logWakeUp(second, '04:00');
    expect(await joinLogs(second, first, now)).toEqual({ ok: true });
    const open = (await readOpenIncidents(first)).rows;
    expect(open.map(({ timeline }) => timeline.length)).toEqual([2]);
    expect(await first.incidents.count()).toBe(2);
  });

  it('is not joined if an incident would have more entries than a row may: both stay as they are', async () => {
    const withLines = (from: string) => {
      const lines = Array.from({ length: 600 }, (_, n) => entry('note', '04:15', { id: `${from} ${n}`, text: from }));
      return incident([entry('detected', '04:10'), ...lines, entry('resolved', '04:20')], { id: 'both' });
    };
    const first = await householdDatabase([withLines('here')]);
    await beginSecondLog(now);
    const second = await secondLog();
    await second.incidents.put(toStoredIncident(withLines('there')));
    expect(await joinLogs(second, first, now)).toEqual({ ok: false, why: 'contradiction' });
    expect((await readIncident(first, 'both'))?.timeline).toHaveLength(602);
    expect((await readIncident(second, 'both'))?.timeline).toHaveLength(602);
    expect(isSecondLogInUse(await readSide())).toBe(true);
    second.close();
  });

  it('finds the first log if it opens again, and nothing if it does not', async () => {
    const real = await openFirstLog();
    expect(real?.name).toBe('infernalops');
    real?.close();
    vi.spyOn(InfernalDatabase.prototype, 'open').mockImplementation(
      () => Promise.reject(new Error('damaged')) as ReturnType<InfernalDatabase['open']>,
    );
    expect(await openFirstLog()).toBeNull();
  });
});

describe('what can be read of a damaged log', () => {
  it('is everything, row by row, except the rows that cannot be read', async () => {
    const db = await householdDatabase([wakeUp('01:00', '01:20'), wakeUp('03:00', '03:20')]);
    const { get, getAll } = IDBObjectStore.prototype;
    const damaged = () => new DOMException('Failed to read large IndexedDB value', 'DataError');
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'incidents') throw damaged();
      return getAll.apply(this, args);
    });
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (key === '03:00 to 03:20') throw damaged();
      return get.call(this, key);
    });
    const found = await readWhatCanBeRead(db);
    expect(found?.unreadableCount).toBe(1);
    expect(found?.tables.incidents).toMatchObject([{ id: '01:00 to 01:20' }]);
    expect(found?.tables.children).toHaveLength(2);
  });

  it('is nothing if there is not one row', async () => {
    const db = openWindow(freshDatabaseName());
    await db.open();
    expect(await readWhatCanBeRead(db)).toBeNull();
  });
});

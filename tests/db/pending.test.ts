import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PendingWrite } from '@/db/pending';

const write = (id: string): PendingWrite => ({ id, command: 'addEntry', input: { id } });

/** The modules as a window that has just been opened has them: nothing is in its memory. */
async function newWindow() {
  vi.resetModules();
  return {
    ...(await import('@/db/pending')),
    ...(await import('@/db/sideDatabase')),
    ...(await import('@/db/reserve')),
  };
}

const deleteSide = () =>
  new Promise((resolve) => {
    indexedDB.deleteDatabase('infernalops-side').onsuccess = resolve;
  });

beforeEach(async () => {
  await deleteSide();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  localStorage.clear();
});

const quotaExceeded = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');

describe('a kept write', () => {
  it('is on disk at once, without localStorage, which reaches the disk seconds later', async () => {
    const { keepPending } = await newWindow();
    expect(await keepPending(write('1'))).toBe('onDisk');
    localStorage.clear();
    const next = await newWindow();
    expect(await next.pendingWrites()).toEqual([write('1')]);
  });

  it('is found in localStorage if the side database is gone', async () => {
    const { keepPending } = await newWindow();
    await keepPending(write('1'));
    await deleteSide();
    const next = await newWindow();
    expect(await next.pendingWrites()).toEqual([write('1')]);
  });

  it('comes after the ones that were kept before it, also those of another window', async () => {
    const { keepPending } = await newWindow();
    await keepPending(write('b'));
    const other = await newWindow();
    await other.keepPending(write('a'));
    await other.keepPending(write('c'));
    const next = await newWindow();
    expect((await next.pendingWrites()).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('is gone from every place once it is forgotten', async () => {
    const { keepPending, forgetPending, hasKept } = await newWindow();
    await keepPending(write('1'));
    await keepPending(write('2'));
    expect(hasKept()).toBe(true);
    await forgetPending('1');
    const next = await newWindow();
    expect(await next.pendingWrites()).toEqual([write('2')]);
    expect(next.hasKept()).toBe(false);
  });

  it('is only in the window if the side database takes nothing', async () => {
    const { keepPending, pendingWrites } = await newWindow();
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw quotaExceeded();
    });
    expect(await keepPending(write('1'))).toBe('inWindow');
    expect(await pendingWrites()).toEqual([write('1')]);
  });

  it('is only in the window if there is no storage at all', async () => {
    const { keepPending, pendingWrites } = await newWindow();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw quotaExceeded();
    });
    expect(await keepPending(write('1'))).toBe('inWindow');
    expect(await pendingWrites()).toEqual([write('1')]);
  });

  it('is only in the window if the storage does not answer within two seconds', async () => {
    const { keepPending } = await newWindow();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    const keeping = keepPending(write('1'));
    // Once for the write, once for the reserve.
    await vi.advanceTimersByTimeAsync(2000);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await keeping).toBe('inWindow');
  });
});

describe('the reserve', () => {
  it('makes room for a kept write when the storage is full', async () => {
    const { keepPending, fillReserve, pendingWrites } = await newWindow();
    await fillReserve();
    let isFull = true;
    const { add, clear } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
      if (this.name === 'reserve') isFull = false;
      return clear.call(this);
    });
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (isFull) throw quotaExceeded();
      return add.apply(this, args);
    });
    expect(await keepPending(write('1'))).toBe('onDisk');
    expect(await pendingWrites()).toEqual([write('1')]);
  });

  it('is not for what may be lost: a fact about the log', async () => {
    const { fillReserve, inTransaction } = await newWindow();
    const { putSideFact } = await import('@/db/sideWrites');
    await fillReserve();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw quotaExceeded();
    });
    await expect(putSideFact({ id: 'fact' })).rejects.toThrow();
    const counting = await inTransaction('readonly', (store) => store('reserve').count());
    expect(counting.result).toBe(1);
  });

  it('is filled once, and again after it was used', async () => {
    const { fillReserve, inTransaction } = await newWindow();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await fillReserve();
    await fillReserve();
    expect(put).toHaveBeenCalledTimes(1);
    await inTransaction('readwrite', (store) => store('reserve').clear());
    await fillReserve();
    expect(put).toHaveBeenCalledTimes(2);
  });
});

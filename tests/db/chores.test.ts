import { describe, expect, it, vi } from 'vitest';
import { applyPending } from '@/db/applyPending';
import { readChores, readChoresOfNight, readUsualChores } from '@/db/choreQueries';
import { changeChore, deferChore, forgiveChore, payChore } from '@/db/chores';
import { pendingWrites } from '@/db/pending';
import { undo } from '@/db/undo';
import type { Result } from '@/domain/refusal';
import type { Chore } from '@/domain/rows/others';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import { householdDatabase } from '../support/database';
import { at, day, PARIS, tonightAt } from '../support/factories';

const night = tonightAt('03:05');
const morning = tonightAt('09:00');
const laundry = { choreId: 'laundry', title: ' Laundry ', effortMinutes: 30, deferredAt: night, now: night };

function undoOf(result: Result<{ undo: Undo }>): Undo {
  if (!result.ok) throw new Error('refused');
  return result.value.undo;
}

/** A database with one chore, put off at 3:05. */
async function databaseWithLaundry() {
  const db = await householdDatabase();
  await deferChore(db, laundry);
  return db;
}

const chore = (id: string, deferredAt: Instant, more: Partial<Chore> = {}): Chore => ({
  id,
  updatedAt: deferredAt,
  deletedAt: null,
  title: id,
  effortMinutes: 30,
  deferredAt,
  paidAt: null,
  ...more,
});

describe('deferChore', () => {
  it('stores title, effort and time, and can be undone', async () => {
    const db = await databaseWithLaundry();
    expect(await db.chores.toArray()).toMatchObject([
      { title: 'Laundry', effortMinutes: 30, deferredAt: night, paidAt: null },
    ]);
    const change = undoOf(await deferChore(db, { ...laundry, choreId: 'more' }));
    await undo(db, { undo: change, now: morning });
    expect(await db.chores.get('more')).toMatchObject({ deletedAt: morning });
    expect(await db.chores.get('laundry')).toMatchObject({ deletedAt: null });
  });

  it('writes one chore when the storage was full and the write is applied at the next start', async () => {
    const db = await householdDatabase();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    expect(await deferChore(db, laundry)).toMatchObject({ ok: false, failure: 'full' });
    put.mockRestore();
    expect(await pendingWrites()).toHaveLength(1);
    expect(await applyPending(db, morning)).toMatchObject({ applied: 1 });
    await deferChore(db, laundry);
    expect(await db.chores.count()).toBe(1);
  });

  it('keeps later changes of the chore when a pending write is applied late', async () => {
    const db = await householdDatabase();
    const late = tonightAt('09:00');
    await deferChore(db, laundry);
    await payChore(db, { choreId: 'laundry', now: late });
    expect(await deferChore(db, laundry)).toMatchObject({ ok: true, value: { undo: { after: { paidAt: late } } } });
    expect(await db.chores.get('laundry')).toMatchObject({ paidAt: late });

    await forgiveChore(db, { choreId: 'laundry', now: late });
    expect(await deferChore(db, laundry)).toEqual({ ok: false, refusal: { code: 'unknownRow' } });
    expect(await db.chores.get('laundry')).toMatchObject({ deletedAt: late });
    // If it is put off again later, it is outstanding again.
    expect(await deferChore(db, { ...laundry, now: tonightAt('10:00') })).toMatchObject({ ok: true });
    expect(await db.chores.get('laundry')).toMatchObject({ deletedAt: null });
  });

  it.each([
    ['without a name', { title: '  ' }, 'nameEmpty'],
    ['with a title that is too long', { title: 'a'.repeat(201) }, 'nameTooLong'],
    ['of half a minute', { effortMinutes: 0.5 }, 'badValue'],
    ['of minus five minutes', { effortMinutes: -5 }, 'badValue'],
    ['put off in the future', { deferredAt: tonightAt('06:00') }, 'inFuture'],
  ])('refuses a chore %s, and writes nothing', async (_, wrong, code) => {
    const db = await householdDatabase();
    expect(await deferChore(db, { ...laundry, ...wrong })).toMatchObject({ ok: false, refusal: { code } });
    expect(await db.chores.count()).toBe(0);
  });
});

describe('the end of a debt', () => {
  it('comes when the chore is paid, and can be undone', async () => {
    const db = await databaseWithLaundry();
    const change = undoOf(await payChore(db, { choreId: 'laundry', now: morning }));
    expect(await db.chores.get('laundry')).toMatchObject({ paidAt: morning });
    await undo(db, { undo: change, now: morning });
    expect(await db.chores.get('laundry')).toMatchObject({ paidAt: null, deletedAt: null });
  });

  it('comes when the chore is forgiven, as if it had never been put off, and can be undone', async () => {
    const db = await databaseWithLaundry();
    const change = undoOf(await forgiveChore(db, { choreId: 'laundry', now: morning }));
    expect(await readChoresOfNight(db, day('2026-11-16'), PARIS)).toEqual([]);
    // The row is marked deleted instead of removed, so that another phone learns of it.
    expect(await db.chores.get('laundry')).toMatchObject({ deletedAt: morning, paidAt: null });
    await undo(db, { undo: change, now: morning });
    expect(await db.chores.get('laundry')).toMatchObject({ deletedAt: null });
  });

  it('is refused the second time: a chore that another window paid keeps its time, and a forgiven one is unknown', async () => {
    const db = await databaseWithLaundry();
    await payChore(db, { choreId: 'laundry', now: morning });
    const later = tonightAt('10:00');
    const again = await payChore(db, { choreId: 'laundry', now: later });
    expect(again).toMatchObject({ refusal: { code: 'changedSince' } });
    expect(await db.chores.get('laundry')).toMatchObject({ paidAt: morning });
    await forgiveChore(db, { choreId: 'laundry', now: later });
    for (const settle of [payChore, forgiveChore])
      expect(await settle(db, { choreId: 'laundry', now: later })).toMatchObject({ refusal: { code: 'unknownRow' } });
  });

  it('is never before its beginning, even if a phone’s clock was a little ahead', async () => {
    const db = await householdDatabase();
    const ahead = (night + 30_000) as Instant;
    await deferChore(db, { ...laundry, deferredAt: ahead });
    await payChore(db, { choreId: 'laundry', now: night });
    expect(await db.chores.get('laundry')).toMatchObject({ paidAt: ahead });
  });
});

describe('changeChore', () => {
  it('changes title, effort and time with one undo', async () => {
    const db = await databaseWithLaundry();
    const change = { title: 'Two loads', effortMinutes: 60, deferredAt: tonightAt('02:50') };
    const done = undoOf(await changeChore(db, { choreId: 'laundry', change, now: morning }));
    expect(await db.chores.get('laundry')).toMatchObject(change);
    await undo(db, { undo: done, now: morning });
    expect(await db.chores.get('laundry')).toMatchObject({ title: 'Laundry', effortMinutes: 30, deferredAt: night });
  });

  it('can mark a paid chore as not done', async () => {
    const db = await databaseWithLaundry();
    await payChore(db, { choreId: 'laundry', now: morning });
    await changeChore(db, { choreId: 'laundry', change: { paidAt: null }, now: morning });
    expect(await db.chores.get('laundry')).toMatchObject({ paidAt: null });
  });

  it.each([
    ['no name', { title: ' ' }, 'nameEmpty'],
    ['a name of 201 letters', { title: 'a'.repeat(201) }, 'nameTooLong'],
    ['a time in the future', { deferredAt: tonightAt('11:00') }, 'inFuture'],
    ['a time after it was paid', { deferredAt: tonightAt('08:30') }, 'endBeforeStart'],
    ['an effort that is too large', { effortMinutes: 100_001 }, 'badValue'],
  ])('refuses %s', async (_, change, code) => {
    const db = await databaseWithLaundry();
    await payChore(db, { choreId: 'laundry', now: tonightAt('08:00') });
    const before = await db.chores.toArray();
    expect(await changeChore(db, { choreId: 'laundry', change, now: morning })).toMatchObject({ refusal: { code } });
    expect(await db.chores.toArray()).toEqual(before);
  });

  it('refuses a chore that does not exist', async () => {
    const db = await householdDatabase();
    const result = await changeChore(db, { choreId: 'laundry', change: { title: 'x' }, now: morning });
    expect(result).toMatchObject({ refusal: { code: 'unknownRow' } });
  });
});

describe('the lists of chores', () => {
  it('contain outstanding chores, the oldest first, and recently paid ones, the latest first', async () => {
    const db = await householdDatabase();
    await db.chores.bulkPut([
      chore('of last night', night),
      chore('of October', at('2026-10-02 21:00')),
      chore('paid today', at('2026-11-10 21:00'), { paidAt: morning }),
      chore('paid a week ago', at('2026-11-01 21:00'), { paidAt: at('2026-11-09 15:00') }),
      chore('paid in summer', at('2026-07-01 21:00'), { paidAt: at('2026-07-02 15:00') }),
      chore('forgiven', night, { deletedAt: morning }),
    ]);
    const { outstanding, paid } = await readChores(db, at('2026-10-20 09:00'));
    expect(outstanding.map(({ id }) => id)).toEqual(['of October', 'of last night']);
    expect(paid.map(({ id }) => id)).toEqual(['paid today', 'paid a week ago']);
  });

  it('return rows that cannot be read as broken, and all others', async () => {
    const db = await databaseWithLaundry();
    await db.table('chores').put({ id: 'half', deferredAt: night });
    const { outstanding, broken } = await readChores(db, morning);
    expect({ outstanding: outstanding.length, broken: broken.length }).toEqual({ outstanding: 1, broken: 1 });
  });

  it('contain for one night the chores put off from noon to noon, paid or not', async () => {
    const db = await householdDatabase();
    await db.chores.bulkPut([
      chore('eleven in the morning', at('2026-11-16 11:59:59')),
      chore('noon', at('2026-11-16 12:00')),
      chore('three at night', night, { paidAt: morning }),
      chore('the next noon', at('2026-11-17 12:00')),
    ]);
    const found = await readChoresOfNight(db, day('2026-11-16'), PARIS);
    expect(found.map(({ id }) => id)).toEqual(['noon', 'three at night']);
  });
});

describe('what a household usually puts off', () => {
  it('consists of the latest chores, each title once, with its latest effort', async () => {
    const db = await householdDatabase();
    await db.chores.bulkPut([
      chore('1', at('2026-11-10 21:00'), { title: 'Laundry', effortMinutes: 30 }),
      chore('2', at('2026-11-11 21:00'), { title: 'Hutch', effortMinutes: 15, paidAt: morning }),
      chore('3', at('2026-11-12 21:00'), { title: 'laundry', effortMinutes: 45 }),
      chore('4', at('2026-11-13 21:00'), { title: 'Never mind', deletedAt: morning }),
    ]);
    expect(await readUsualChores(db, 8)).toEqual([
      { title: 'laundry', effortMinutes: 45 },
      { title: 'Hutch', effortMinutes: 15 },
    ]);
    expect(await readUsualChores(db, 1)).toHaveLength(1);
  });
});

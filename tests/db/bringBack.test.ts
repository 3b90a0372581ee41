import { describe, expect, it } from 'vitest';
import { bringBack } from '@/db/bringBack';
import { forgiveChore } from '@/db/chores';
import { removeIncident } from '@/db/correctIncident';
import { readDeletedIncidents, readDeletedRows } from '@/db/deleted';
import { readIncident } from '@/db/queries';
import { undo } from '@/db/undo';
import type { Nap } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import { chore } from '../support/chores';
import { householdDatabase } from '../support/database';
import { day, LEO, MUM, PARIS, tonightAt, wakeUp, ZOE } from '../support/factories';

const now = tonightAt('09:00');
const night = day('2026-11-16');

describe('what was deleted', () => {
  it('is found by its night, and comes back as it was', async () => {
    const one = wakeUp('02:43', '03:03');
    const db = await householdDatabase([one, wakeUp('05:00', '05:10')]);
    await removeIncident(db, { incidentId: one.id, now });
    expect((await readDeletedIncidents(db, night, PARIS)).map(({ id }) => id)).toEqual([one.id]);
    const result = await bringBack(db, { table: 'incidents', id: one.id, now });
    expect(result.ok).toBe(true);
    expect(await readIncident(db, one.id)).toMatchObject({ ...one, updatedAt: expect.any(Number) });
    expect(await readDeletedIncidents(db, night, PARIS)).toEqual([]);
  });

  it('is deleted again by one undo', async () => {
    const one = wakeUp('02:43', '03:03');
    const db = await householdDatabase([one]);
    await removeIncident(db, { incidentId: one.id, now });
    const result = await bringBack(db, { table: 'incidents', id: one.id, now });
    if (!result.ok || !result.value.undo) throw new Error('not brought back');
    expect(await undo(db, { undo: result.value.undo, now })).toMatchObject({ ok: true });
    expect(await readIncident(db, one.id)).toBeNull();
  });

  it('is listed with the last deleted first, whatever its kind', async () => {
    const one = wakeUp('02:43', '03:03');
    const db = await householdDatabase([one]);
    const laundry = chore('Laundry', tonightAt('22:00'));
    await db.chores.put(laundry);
    await db.naps.put(nap({ deletedAt: tonightAt('08:00') }));
    await removeIncident(db, { incidentId: one.id, now: tonightAt('08:30') });
    await forgiveChore(db, { choreId: laundry.id, now });
    expect((await readDeletedRows(db)).map(({ table }) => table)).toEqual(['chores', 'incidents', 'naps']);
    expect(await bringBack(db, { table: 'chores', id: laundry.id, now })).toMatchObject({ ok: true });
    expect((await readDeletedRows(db)).map(({ table }) => table)).toEqual(['incidents', 'naps']);
  });

  it('is no wake-up that was merged into another one', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03', { mergedInto: 'other', deletedAt: now })]);
    expect(await readDeletedRows(db)).toEqual([]);
    expect(await readDeletedIncidents(db, night, PARIS)).toEqual([]);
  });
});

describe('bringing back is refused', () => {
  it('for a wake-up that would overlap one that was logged since', async () => {
    const one = wakeUp('02:43', '03:03', { deletedAt: now });
    const db = await householdDatabase([one, wakeUp('02:50', '03:30')]);
    expect(await bringBack(db, { table: 'incidents', id: one.id, now })).toMatchObject({
      refusal: { code: 'overlaps', detectedAt: tonightAt('02:50') },
    });
    expect(await readIncident(db, one.id)).toBeNull();
  });

  it('for a nap that would overlap another one of the same caregiver', async () => {
    const db = await householdDatabase();
    await db.naps.bulkPut([nap({ deletedAt: now }), nap({ id: 'second', startedAt: tonightAt('14:10') })]);
    expect(await bringBack(db, { table: 'naps', id: 'nap', now })).toMatchObject({ refusal: { code: 'napOverlaps' } });
  });

  it('for what is about a child who is deleted', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03', { childId: ZOE, deletedAt: now })]);
    await db.children.update(ZOE, { deletedAt: now });
    const result = await bringBack(db, { table: 'incidents', id: '02:43 to 03:03', now });
    expect(result).toMatchObject({ refusal: { code: 'unknownChild' } });
    expect(await bringBack(db, { table: 'children', id: ZOE, now })).toMatchObject({ ok: true });
    expect(await bringBack(db, { table: 'incidents', id: '02:43 to 03:03', now })).toMatchObject({ ok: true });
  });

  it('never for what another window has brought back already; it needs no undo', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    expect(await bringBack(db, { table: 'incidents', id: '02:43 to 03:03', now })).toEqual({ ok: true, value: {} });
    expect(await bringBack(db, { table: 'children', id: LEO, now })).toEqual({ ok: true, value: {} });
    expect(await bringBack(db, { table: 'chores', id: 'no such', now })).toMatchObject({
      refusal: { code: 'unknownRow' },
    });
  });
});

function nap(more: Partial<Nap>): Nap {
  const [startedAt, endedAt] = [tonightAt('14:00'), tonightAt('14:40')];
  return { id: 'nap', updatedAt: 0 as Instant, deletedAt: null, caregiverId: MUM, startedAt, endedAt, ...more };
}

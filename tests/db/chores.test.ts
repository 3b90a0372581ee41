import { describe, expect, it } from 'vitest';
import { deferChore } from '@/db/chores';
import { undo } from '@/db/undo';
import { householdDatabase } from '../support/database';
import { tonightAt } from '../support/factories';

const now = tonightAt('03:05');
const laundry = { choreId: 'laundry', title: ' Laundry ', effortMinutes: 30, deferredAt: now, now };

describe('a chore is put off', () => {
  it('with its name, its minutes and its moment, and can be taken back', async () => {
    const db = await householdDatabase();
    const result = await deferChore(db, laundry);
    expect(await db.chores.toArray()).toMatchObject([
      { title: 'Laundry', effortMinutes: 30, deferredAt: now, paidAt: null },
    ]);
    if (!result.ok) throw new Error('refused');
    await undo(db, { undo: result.value.undo, now });
    expect(await db.chores.get('laundry')).toMatchObject({ deletedAt: now });
  });

  it.each([
    ['without a name', { title: '  ' }, 'nameEmpty'],
    ['named by an essay', { title: 'a'.repeat(201) }, 'nameTooLong'],
    ['of half a minute', { effortMinutes: 0.5 }, 'badValue'],
    ['of less than nothing', { effortMinutes: -5 }, 'badValue'],
    ['tomorrow', { deferredAt: tonightAt('06:00') }, 'inFuture'],
  ])('one %s is refused, and nothing is written', async (_, wrong, code) => {
    const db = await householdDatabase();
    expect(await deferChore(db, { ...laundry, ...wrong })).toMatchObject({ ok: false, refusal: { code } });
    expect(await db.chores.count()).toBe(0);
  });
});

import { expect, it } from 'vitest';
import { applyPending } from '@/db/applyPending';
import { keepPending, pendingWrites } from '@/db/pending';
import '@/db/keptCommands';
import { householdDatabase } from '../support/database';
import { LEO, tonightAt } from '../support/factories';

/*
 * Nothing else in this file imports the commands of the sheets, as at a start before any sheet was
 * opened.
 */

it('applies at the next start a chore that could not be written at night', async () => {
  const db = await householdDatabase();
  const now = tonightAt('03:05');
  const input = { choreId: 'laundry', title: 'Laundry', effortMinutes: 30, deferredAt: now, now };
  await keepPending({ id: 'kept', command: 'deferChore', input });
  expect(await applyPending(db, now)).toMatchObject({ applied: 1 });
  expect(await db.chores.toArray()).toMatchObject([{ title: 'Laundry', deferredAt: now }]);
  expect(await pendingWrites()).toEqual([]);
});

it('applies a pending medicine', async () => {
  const db = await householdDatabase();
  const now = tonightAt('03:05');
  const fields = { childId: LEO, at: now, kind: 'medicine', name: 'Paracetamol', amount: '3 ml', minHours: 6 };
  await keepPending({ id: 'kept', command: 'addObservation', input: { id: 'dose', fields, now } });
  expect(await applyPending(db, now)).toMatchObject({ applied: 1 });
  expect(await db.observations.toArray()).toMatchObject([{ name: 'Paracetamol', at: now }]);
  expect(await pendingWrites()).toEqual([]);
});

it('applies a pending child that was added by day', async () => {
  const db = await householdDatabase();
  await keepPending({ id: 'kept', command: 'addChild', input: { id: 'max', name: 'Max', now: tonightAt('09:05') } });
  expect(await applyPending(db, tonightAt('09:05'))).toMatchObject({ applied: 1 });
  expect(await db.children.get('max')).toMatchObject({ name: 'Max' });
  expect(await pendingWrites()).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { changeNight } from '@/db/nights';
import { changeCaregiver } from '@/db/people';
import { readNightRow } from '@/db/queries';
import { undo } from '@/db/undo';
import { householdDatabase } from '../support/database';
import { DAD, dad, day, MUM, tonightAt, toWallTime } from '../support/factories';

const night = day('2026-11-16');

it('stores “Good night” and “Good morning” in the row of the night', async () => {
  const db = await householdDatabase();
  await changeNight(db, { night, change: { bedtimeAt: tonightAt('20:30') }, now: tonightAt('20:30') });
  await changeNight(db, { night, change: { morningAt: tonightAt('06:50') }, now: tonightAt('06:50') });
  expect(await readNightRow(db, night)).toMatchObject({
    id: '2026-11-16',
    bedtimeAt: tonightAt('20:30'),
    morningAt: tonightAt('06:50'),
    updatedAt: tonightAt('06:50'),
  });
});

it.each([
  ['a morning before its bedtime', { bedtimeAt: tonightAt('21:00'), morningAt: tonightAt('20:00') }, 'endBeforeStart'],
  ['a morning in the future', { morningAt: tonightAt('10:00') }, 'inFuture'],
])('refuses %s, and writes nothing', async (_what, change, code) => {
  const db = await householdDatabase();
  expect(await changeNight(db, { night, change, now: tonightAt('09:00') })).toMatchObject({ refusal: { code } });
  expect(await db.nights.count()).toBe(0);
});

describe('who is on call in that one night', () => {
  const now = tonightAt('20:30');
  const onCall = { primary: DAD, secondary: MUM, handoverAt: toWallTime('03:00') };

  it('is stored in the night’s row beside its bedtime, and is removed by null', async () => {
    const db = await householdDatabase();
    await changeNight(db, { night, change: { bedtimeAt: now }, now });
    await changeNight(db, { night, change: { onCall }, now });
    expect(await readNightRow(db, night)).toMatchObject({ bedtimeAt: now, onCall });
    await changeNight(db, { night, change: { onCall: null }, now });
    expect(await readNightRow(db, night)).toMatchObject({ bedtimeAt: now, onCall: null });
  });

  it('can be undone', async () => {
    const db = await householdDatabase();
    await changeNight(db, { night, change: { bedtimeAt: now }, now });
    const result = await changeNight(db, { night, change: { onCall }, now });
    if (!result.ok) throw new Error('refused');
    await undo(db, { undo: result.value.undo, now });
    expect(await readNightRow(db, night)).toMatchObject({ bedtimeAt: now, onCall: null });
  });

  it('can be set for a future night', async () => {
    const db = await householdDatabase();
    expect(await changeNight(db, { night: day('2026-12-24'), change: { onCall }, now })).toMatchObject({ ok: true });
  });

  it.each([
    ['is unknown', async () => {}, 'somebody'],
    ['is marked deleted', async (db) => db.caregivers.put({ ...dad, deletedAt: now }), DAD],
    ['is archived', async (db) => changeCaregiver(db, { id: DAD, change: { archived: true }, now }), DAD],
  ] satisfies [string, (db: Awaited<ReturnType<typeof householdDatabase>>) => Promise<unknown>, string][])(
    'cannot be a caregiver who %s, at level 1 or 2',
    async (_what, leave, id) => {
      const db = await householdDatabase();
      await leave(db);
      for (const change of [
        { onCall: { ...onCall, primary: id, secondary: MUM } },
        { onCall: { ...onCall, primary: MUM, secondary: id } },
      ])
        expect(await changeNight(db, { night, change, now })).toEqual({
          ok: false,
          refusal: { code: 'unknownCaregiver' },
        });
      expect(await db.nights.count()).toBe(0);
    },
  );

  it('can stay with a caregiver archived since, when something else changes', async () => {
    const db = await householdDatabase();
    await changeNight(db, { night, change: { onCall }, now });
    await changeCaregiver(db, { id: DAD, change: { archived: true }, now });
    const later = { ...onCall, handoverAt: toWallTime('04:00') };
    expect(await changeNight(db, { night, change: { onCall: later }, now })).toMatchObject({ ok: true });
  });
});

import { expect, it } from 'vitest';
import { changeNight } from '@/db/nights';
import { readNightRow } from '@/db/queries';
import { householdDatabase } from '../support/database';
import { day, tonightAt } from '../support/factories';

const night = day('2026-11-16');

it('“Good night” and “Good morning” are one row, the night’s own', async () => {
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
  ['a morning to come', { morningAt: tonightAt('10:00') }, 'inFuture'],
])('%s is refused and nothing is written', async (_what, change, code) => {
  const db = await householdDatabase();
  expect(await changeNight(db, { night, change, now: tonightAt('09:00') })).toMatchObject({ refusal: { code } });
  expect(await db.nights.count()).toBe(0);
});

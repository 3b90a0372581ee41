import { expect, it } from 'vitest';
import { readWholeLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { moveDates } from '@/db/moveDates';
import { readIncident, readNightRow } from '@/db/queries';
import { undo } from '@/db/undo';
import { readDatesBetween, readUnchanged } from '@/db/wrongDates';
import { END_OF_TIME } from '@/domain/clock/wrongDates';
import type { Incident } from '@/domain/rows/incident';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time';
import { householdDatabase } from '../support/database';
import { at, day, entry, incident, LEO, MUM, nightRow, tonightAt, wakeUp } from '../support/factories';

const now = tonightAt('07:30');
const BY_MS = -(10 * HOUR_MS + 17 * MINUTE_MS);
const closed = incident([entry('detected', at('2026-11-17 13:00')), entry('resolved', at('2026-11-17 13:15'))], {
  id: 'closed',
});
const open = incident([entry('detected', at('2026-11-17 14:00'), { id: 'cry' })], { id: 'open' });

const futureDates = (db: InfernalDatabase) => readDatesBetween(db, now, END_OF_TIME);
const liveRows = async (db: InfernalDatabase) =>
  JSON.stringify((await readWholeLog(db)).log, (key, value) => (key === 'updatedAt' ? undefined : value));

it('moves all that was dated in the future in one write, and one undo puts it back', async () => {
  const db = await householdDatabase([closed, open, wakeUp('01:00', '01:10')]);
  await db.naps.put({
    id: 'nap',
    updatedAt: now,
    deletedAt: null,
    caregiverId: MUM,
    startedAt: at('2026-11-17 15:00'),
    endedAt: at('2026-11-17 15:30'),
  });
  await db.observations.put({
    id: 'dose',
    updatedAt: now,
    deletedAt: null,
    childId: LEO,
    kind: 'medicine',
    at: at('2026-11-17 13:05'),
    name: 'Paracetamol',
    amount: '5 ml',
    minHours: 6,
  });
  await db.chores.put({
    id: 'chore',
    updatedAt: now,
    deletedAt: null,
    title: 'Sheets',
    effortMinutes: 20,
    deferredAt: at('2026-11-17 13:16'),
    paidAt: null,
  });
  const before = await liveRows(db);
  const result = await moveDates(db, {
    kind: 'moveDates',
    dates: await futureDates(db),
    byMs: BY_MS,
    isExact: true,
    now,
  });
  if (!('ok' in result && result.ok)) throw new Error(JSON.stringify(result));
  expect(await futureDates(db)).toEqual([]);
  expect((await readIncident(db, 'closed'))?.timeline.map((moved) => moved.at)).toEqual([
    tonightAt('02:43'),
    tonightAt('02:58'),
  ]);
  expect((await readIncident(db, 'open'))?.timeline[0]?.at).toBe(tonightAt('03:43'));
  expect(await db.naps.get('nap')).toMatchObject({ startedAt: tonightAt('04:43'), endedAt: tonightAt('05:13') });
  expect(await db.observations.get('dose')).toMatchObject({ at: tonightAt('02:48') });
  expect(await db.chores.get('chore')).toMatchObject({ deferredAt: tonightAt('02:59') });

  expect(await undo(db, { undo: result.value.undo, now })).toEqual({ ok: true, value: null });
  expect(await liveRows(db)).toBe(before);
});

it('moves a bedtime and a morning to the night of their real time, but not over one that is there', async () => {
  const db = await householdDatabase();
  await db.nights.put(
    nightRow({ id: day('2026-11-17'), bedtimeAt: at('2026-11-17 20:05'), morningAt: at('2026-11-18 07:00') }),
  );
  await db.nights.put(nightRow({ id: day('2026-11-16'), morningAt: at('2026-11-17 06:45') }));
  const dates = await futureDates(db);
  await moveDates(db, { kind: 'moveDates', dates, byMs: -DAY_MS, isExact: true, now });
  expect(await readNightRow(db, day('2026-11-17'))).toMatchObject({ bedtimeAt: null, morningAt: null });
  expect(await readNightRow(db, day('2026-11-16'))).toMatchObject({
    bedtimeAt: at('2026-11-16 20:05'),
    morningAt: at('2026-11-17 06:45'),
  });
});

it('moves wake-ups that follow each other closely, each into the place of the one before, either way', async () => {
  const spans: [string, string][] = [
    ['08:00', '08:10'],
    ['08:20', '08:30'],
    ['08:40', '08:50'],
  ];
  const rows = spans.map(([from, to]) =>
    incident([entry('detected', at(`2026-11-17 ${from}`)), entry('resolved', at(`2026-11-17 ${to}`))], { id: from }),
  );
  for (const byMs of [-20 * MINUTE_MS, 20 * MINUTE_MS]) {
    const db = await householdDatabase(rows);
    const before = await liveRows(db);
    const later = at('2026-11-17 10:00');
    const dates = await readDatesBetween(db, at('2026-11-17 07:59'), END_OF_TIME);
    const result = await moveDates(db, { kind: 'moveDates', dates, byMs, isExact: true, now: later });
    if (!('ok' in result && result.ok)) throw new Error(JSON.stringify(result));
    expect(result.value.undo).toHaveLength(3);
    expect(await undo(db, { undo: result.value.undo, now: later })).toEqual({ ok: true, value: null });
    expect(await liveRows(db)).toBe(before);
  }
});

it.each([
  ['over another wake-up', [wakeUp('02:40', '03:10'), closed], BY_MS, 'overlaps'],
  ['into the future', [closed], MINUTE_MS, 'inFuture'],
] as [string, Incident[], number, string][])(
  'refuses a move %s and changes nothing',
  async (_where, rows, byMs, code) => {
    const db = await householdDatabase([...rows, open]);
    const before = await liveRows(db);
    const dates = await futureDates(db);
    expect(await moveDates(db, { kind: 'moveDates', dates, byMs, isExact: true, now })).toMatchObject({
      refusal: { code },
    });
    expect(await liveRows(db)).toBe(before);
  },
);

it('leaves what was corrected or deleted since', async () => {
  const db = await householdDatabase([closed, open]);
  const dates = await futureDates(db);
  const corrected = { ...open, timeline: open.timeline.map((cry) => ({ ...cry, at: tonightAt('03:40') })) };
  await db.incidents.bulkPut([
    { ...corrected, detectedAt: tonightAt('03:40'), resolvedAt: END_OF_TIME },
    { ...closed, deletedAt: now, detectedAt: 0, resolvedAt: 0 },
  ]);
  expect(await readUnchanged(db, dates)).toEqual([]);
  const result = await moveDates(db, { kind: 'moveDates', dates, byMs: BY_MS, isExact: true, now });
  expect(result).toEqual({ ok: true, value: { undo: [] } });
});

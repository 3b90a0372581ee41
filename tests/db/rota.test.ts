import { describe, expect, it } from 'vitest';
import { restoreLog } from '@/db/backup';
import { removeIncident } from '@/db/correctIncident';
import type { InfernalDatabase } from '@/db/database';
import { readLogBetween, readLogStart } from '@/db/logQueries';
import { changeCaregiver } from '@/db/people';
import { readNightRow } from '@/db/queries';
import { changeRotation } from '@/db/rota';
import { toStoredIncident } from '@/db/storedIncident';
import { undo } from '@/db/undo';
import { computeMetrics } from '@/metrics/computeMetrics';
import { householdDatabase } from '../support/database';
import { at, DAD, dad, day, entry, incident, MUM, nightRow, PARIS, tonightAt } from '../support/factories';

const now = tonightAt('10:00');
const rotation = (...ids: string[]) => ({
  anchor: day('2026-11-16'),
  slots: ids.map((primary) => ({ primary, secondary: null, handoverAt: null })),
});
const shift = (primary: string) => ({ primary, secondary: null, handoverAt: null });
const rotationIn = async (db: InfernalDatabase) => (await db.household.get('household'))?.rotation;

describe('a rota', () => {
  const refusal = { ok: false, refusal: { code: 'unknownCaregiver' } };

  it('is refused if it has somebody who is not of the household', async () => {
    const db = await householdDatabase();
    expect(await changeRotation(db, { rotation: rotation(MUM, DAD), now })).toMatchObject({ ok: true });
    expect(await changeRotation(db, { rotation: rotation(MUM, 'somebody'), now })).toEqual(refusal);
    await db.caregivers.update(DAD, { deletedAt: now });
    expect(await changeRotation(db, { rotation: rotation(DAD), now })).toEqual(refusal);
    expect(await rotationIn(db)).toEqual(rotation(MUM, DAD));
    expect(await changeRotation(db, { rotation: null, now })).toMatchObject({ ok: true });
    expect(await rotationIn(db)).toBeNull();
  });

  it('gives no new shift to an archived caregiver, and can be corrected night by night', async () => {
    const db = await householdDatabase();
    await changeRotation(db, { rotation: rotation(DAD, DAD, MUM), now });
    await changeCaregiver(db, { id: DAD, change: { archived: true }, now });
    expect(await changeRotation(db, { rotation: rotation(MUM, DAD, MUM), now })).toMatchObject({ ok: true });
    expect(await changeRotation(db, { rotation: rotation(MUM), now })).toMatchObject({ ok: true });
    expect(await changeRotation(db, { rotation: rotation(DAD), now })).toEqual(refusal);
  });
});

/**
 * Dad had the night of the 14th (quiet), Mum that of the 15th (a cry), Dad that of the 16th (a
 * bedtime). It is the morning of the 17th.
 */
async function databaseWithThreeNights() {
  const cry = at('2026-11-16 02:43');
  const db = await householdDatabase([
    incident([
      entry('detected', cry),
      entry('acknowledged', at('2026-11-16 02:45'), { by: MUM }),
      entry('resolved', at('2026-11-16 03:00')),
    ]),
  ]);
  await db.nights.bulkPut([
    nightRow({ id: day('2026-11-14'), quiet: true, postmortem: 'A miracle.' }),
    nightRow({ bedtimeAt: tonightAt('20:30') }),
    nightRow({ id: day('2026-11-18'), bedtimeAt: null }),
  ]);
  await db.household.update('household', { rotation: rotation(DAD, MUM) });
  return db;
}

const figures = async (db: InfernalDatabase) => {
  const [from, to] = [day('2026-11-10'), day('2026-11-16')];
  const log = await readLogBetween(db, from, to, PARIS);
  if (!log) throw new Error('no log');
  const { nights, load } = computeMetrics(log, { from, to }, now);
  const observed = nights.filter((night) => night.observed);
  return { load, nights: observed.map(({ night, onCall }) => [night, onCall?.primary]) };
};

const wholeLog = async (db: InfernalDatabase) => [
  await db.household.toArray(),
  await db.nights.toArray(),
  await db.incidents.toArray(),
];

describe('a change of the rota', () => {
  it.each([
    ['another rota', rotation(MUM)],
    ['a longer rota', rotation(DAD, MUM, MUM)],
    ['no rota', null],
  ])('leaves past nights as they were if it is to %s', async (_what, after) => {
    const db = await databaseWithThreeNights();
    const before = await figures(db);
    expect(before.nights).toEqual([
      ['2026-11-14', DAD],
      ['2026-11-15', MUM],
      ['2026-11-16', DAD],
    ]);
    expect(before.load.rotaAdherence).toBe(1);
    expect(await changeRotation(db, { rotation: after, now })).toMatchObject({ ok: true });
    expect(await rotationIn(db)).toEqual(after);
    expect(await figures(db)).toEqual(before);
  });

  it('writes former shifts to the rows of past nights, or to a new row if there is none', async () => {
    const db = await databaseWithThreeNights();
    await changeRotation(db, { rotation: null, now });
    expect(await db.nights.toArray()).toEqual([
      nightRow({ id: day('2026-11-14'), quiet: true, postmortem: 'A miracle.', onCall: shift(DAD), updatedAt: now }),
      nightRow({ id: day('2026-11-15'), onCall: shift(MUM), updatedAt: now }),
      nightRow({ bedtimeAt: tonightAt('20:30'), onCall: shift(DAD), updatedAt: now }),
      nightRow({ id: day('2026-11-18') }),
    ]);
  });

  it('applies to the present night and every later one', async () => {
    const db = await databaseWithThreeNights();
    await changeRotation(db, { rotation: null, now: tonightAt('06:00') });
    expect((await readNightRow(db, day('2026-11-16')))?.onCall).toBeNull();
    expect((await readNightRow(db, day('2026-11-15')))?.onCall).toEqual(shift(MUM));
  });

  it('applies from the next night on after “Good morning”', async () => {
    const db = await databaseWithThreeNights();
    await db.nights.update('2026-11-16', { morningAt: tonightAt('05:30') });
    await changeRotation(db, { rotation: null, now: tonightAt('06:00') });
    expect((await readNightRow(db, day('2026-11-16')))?.onCall).toEqual(shift(DAD));
  });

  it('changes neither a shift set for one night nor those kept by an earlier change', async () => {
    const db = await databaseWithThreeNights();
    await db.nights.update('2026-11-14', { onCall: shift(MUM) });
    await changeRotation(db, { rotation: rotation(MUM), now });
    const kept = await db.nights.toArray();
    expect(kept.map(({ onCall }) => onCall?.primary)).toEqual([MUM, DAD, undefined]);
    await changeRotation(db, { rotation: null, now });
    expect((await db.nights.toArray()).map(({ onCall }) => onCall?.primary)).toEqual([MUM, MUM, DAD, undefined]);
  });

  it('is undone by one row, and who was on call stays the same throughout', async () => {
    const db = await databaseWithThreeNights();
    const before = await figures(db);
    const result = await changeRotation(db, { rotation: rotation(MUM), now });
    if (!result.ok) throw new Error('refused');
    expect(result.value.undo.table).toBe('household');
    expect(await undo(db, { undo: result.value.undo, now })).toMatchObject({ ok: true });
    expect(await rotationIn(db)).toEqual(rotation(DAD, MUM));
    expect(await figures(db)).toEqual(before);
  });

  it.each([
    ['with an unknown caregiver', rotation('somebody')],
    ['without a slot', rotation()],
  ])('is refused if it is to a rota %s, and changes nothing', async (_what, after) => {
    const db = await databaseWithThreeNights();
    const before = await wholeLog(db);
    expect(await changeRotation(db, { rotation: after, now })).toMatchObject({ ok: false });
    expect(await wholeLog(db)).toEqual(before);
  });

  it('changes nothing if the storage fails in the middle', async () => {
    const db = await databaseWithThreeNights();
    const before = await wholeLog(db);
    db.nights.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await changeRotation(db, { rotation: null, now })).toMatchObject({ failure: 'full', dropped: true });
    expect(await wholeLog(db)).toEqual(before);
  });

  it('keeps the caregiver of a past night, even one archived since', async () => {
    const db = await databaseWithThreeNights();
    await db.caregivers.put({ ...dad, archived: true });
    expect(await changeRotation(db, { rotation: rotation(MUM), now })).toMatchObject({ ok: true });
    expect((await readNightRow(db, day('2026-11-14')))?.onCall).toEqual(shift(DAD));
  });

  it('changes no past night when a rota is set several times in a log without one', async () => {
    const db = await databaseWithThreeNights();
    await db.household.update('household', { rotation: null });
    const before = await db.nights.toArray();
    for (const tried of [rotation(DAD), rotation(MUM), null, rotation(MUM), rotation(DAD, MUM)])
      await changeRotation(db, { rotation: tried, now });
    expect(await db.nights.toArray()).toEqual(before);

    const next = day('2026-11-17');
    await db.nights.put(nightRow({ id: next, quiet: true }));
    await changeRotation(db, { rotation: null, now: at('2026-11-18 10:00') });
    const kept = (await db.nights.toArray()).filter(({ onCall }) => onCall !== null);
    expect(kept.map(({ id, onCall }) => [id, onCall])).toEqual([[next, shift(MUM)]]);
  });

  it('applies to all past nights of a log that replaced this one', async () => {
    const db = await databaseWithThreeNights();
    await db.household.update('household', { rotation: null });
    await changeRotation(db, { rotation: rotation(MUM), now });
    const log = await readLogBetween(db, day('2026-11-10'), day('2026-11-20'), PARIS);
    if (!log) throw new Error('no log');
    await restoreLog(db, { log, mode: 'replace', now });
    await changeRotation(db, { rotation: null, now });
    expect((await readNightRow(db, day('2026-11-14')))?.onCall).toEqual(shift(MUM));
  });

  it('does not count a night with a deleted row as logged, unless a child woke', async () => {
    const db = await databaseWithThreeNights();
    const gone = { deletedAt: at('2026-11-17 10:05'), updatedAt: at('2026-11-17 10:05'), onCall: shift(DAD) };
    await db.nights.bulkPut([
      nightRow({ id: day('2026-11-14'), quiet: true, ...gone }),
      nightRow({ id: day('2026-11-15'), quiet: true, ...gone }),
    ]);
    await changeRotation(db, { rotation: null, now });
    expect(await readNightRow(db, day('2026-11-14'))).toBeNull();
    // The new row is later than the deletion it replaces, although the clock was set back.
    const updatedAt = at('2026-11-17 10:05') + 1;
    expect(await readNightRow(db, day('2026-11-15'))).toEqual({
      ...nightRow({ id: day('2026-11-15'), onCall: shift(MUM) }),
      updatedAt,
    });
  });

  it('does not make the log begin with a deleted wake-up', async () => {
    const db = await databaseWithThreeNights();
    await db.incidents.put(toStoredIncident(incident([entry('detected', at('2006-11-16 02:43'))], { id: 'slip' })));
    await removeIncident(db, { incidentId: 'slip', now });
    await changeRotation(db, { rotation: null, now });
    expect((await readLogStart(db)).night).toBe('2026-11-14');
  });

  it('overwrites no row that cannot be read', async () => {
    const db = await databaseWithThreeNights();
    const broken = { ...nightRow({ id: day('2026-11-15') }), postmortem: 7 } as never;
    await db.nights.put(broken);
    expect(await changeRotation(db, { rotation: null, now })).toMatchObject({ ok: true });
    expect(await db.nights.get('2026-11-15')).toEqual(broken);
  });
});

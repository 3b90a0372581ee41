import { describe, expect, it } from 'vitest';
import {
  addEpisode,
  addObservation,
  changeEpisode,
  changeObservation,
  type EpisodeFields,
  type ObservationFields,
  removeEpisode,
  removeObservation,
} from '@/db/health';
import {
  readDosesWithinLongestInterval,
  readEpisodes,
  readLastTemperature,
  readLatestObservations,
  readObservationsBetween,
  readRecentDoses,
} from '@/db/healthQueries';
import { undo } from '@/db/undo';
import type { Instant } from '@/lib/time';
import { householdDatabase } from '../support/database';
import { at, day, LEO, leo, tonightAt, ZOE } from '../support/factories';

const now = tonightAt('03:10');

const cold: EpisodeFields = {
  childId: LEO,
  label: ' First cold of the crèche ',
  kind: 'cold',
  startDay: day('2026-11-14'),
  endDay: null,
  note: '',
};
const fever = (celsius: number, taken: Instant = now, childId = LEO): ObservationFields => ({
  childId,
  at: taken,
  kind: 'temperature',
  celsius,
});
const syrup = (given: Instant = now, more: object = {}): ObservationFields => ({
  childId: LEO,
  at: given,
  kind: 'medicine',
  name: ' Paracetamol ',
  amount: '3 ml',
  minHours: 6,
  ...more,
});

describe('an illness', () => {
  it('is added and ended, and both changes can be undone', async () => {
    const db = await householdDatabase();
    await addEpisode(db, { id: 'cold', fields: cold, now });
    expect(await readEpisodes(db)).toMatchObject([{ label: 'First cold of the crèche', endDay: null }]);
    const ended = await changeEpisode(db, { id: 'cold', change: { endDay: day('2026-11-16') }, now });
    expect(await readEpisodes(db)).toMatchObject([{ endDay: '2026-11-16' }]);
    if (!ended.ok) throw new Error('refused');
    await undo(db, { undo: ended.value.undo, now });
    expect(await readEpisodes(db)).toMatchObject([{ endDay: null }]);
  });

  it('may begin during another illness of the same child', async () => {
    const db = await householdDatabase();
    await addEpisode(db, { id: 'cold', fields: cold, now });
    const second = { ...cold, kind: 'ear', label: 'Ear', startDay: day('2026-11-14') } as const;
    expect(await addEpisode(db, { id: 'ear', fields: second, now })).toMatchObject({ ok: true });
    expect(await readEpisodes(db)).toHaveLength(2);
  });

  it('is marked deleted when it is removed, and the undo restores it', async () => {
    const db = await householdDatabase();
    await addEpisode(db, { id: 'cold', fields: cold, now });
    const removed = await removeEpisode(db, { id: 'cold', now });
    expect(await readEpisodes(db)).toEqual([]);
    expect(await db.episodes.get('cold')).toMatchObject({ deletedAt: now });
    if (!removed.ok) throw new Error('refused');
    await undo(db, { undo: removed.value.undo, now });
    expect(await readEpisodes(db)).toHaveLength(1);
  });

  it.each([
    ['that ends before it began', { endDay: day('2026-11-13') }, 'endBeforeStart'],
    // 3:10 on the 17th.
    ['that begins tomorrow', { startDay: day('2026-11-18') }, 'inFuture'],
    ['that ends tomorrow', { endDay: day('2026-11-18') }, 'inFuture'],
    ['of an unknown child', { childId: 'gaston' }, 'unknownChild'],
    ['without a name', { label: '  ' }, 'nameEmpty'],
    ['with a label that is too long', { label: 'a'.repeat(201) }, 'nameTooLong'],
    ['with a note that is too long', { note: 'a'.repeat(100_001) }, 'textTooLong'],
    ['on a day that does not exist', { startDay: day('2026-02-30') }, 'badValue'],
  ])('is refused if it is one %s, and nothing is written', async (_, wrong, code) => {
    const db = await householdDatabase();
    const result = await addEpisode(db, { id: 'cold', fields: { ...cold, ...wrong }, now });
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    expect(await db.episodes.count()).toBe(0);
  });

  it('may begin today in the household’s zone, even if it is still yesterday in London', async () => {
    const db = await householdDatabase();
    const halfPastMidnight = at('2026-11-17 00:30');
    const today = { ...cold, startDay: day('2026-11-17') };
    expect(await addEpisode(db, { id: 'cold', fields: today, now: halfPastMidnight })).toMatchObject({ ok: true });
    const tomorrow = { ...cold, startDay: day('2026-11-18') };
    expect(await addEpisode(db, { id: 'next', fields: tomorrow, now: halfPastMidnight })).toMatchObject({ ok: false });
  });

  it('cannot be changed to invalid values, nor after it was removed', async () => {
    const db = await householdDatabase();
    await addEpisode(db, { id: 'cold', fields: cold, now });
    const wrong = await changeEpisode(db, { id: 'cold', change: { endDay: day('2026-11-01') }, now });
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'endBeforeStart' } });
    expect(await readEpisodes(db)).toMatchObject([{ endDay: null }]);
    await removeEpisode(db, { id: 'cold', now });
    const late = await changeEpisode(db, { id: 'cold', change: { note: 'late' }, now });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'unknownRow' } });
    expect(await db.episodes.get('cold')).toMatchObject({ note: '' });
  });
});

describe('a temperature or a medicine', () => {
  it('is stored with its time, and can be undone', async () => {
    const db = await householdDatabase();
    await addObservation(db, { id: 'fever', fields: fever(38.9), now });
    const given = await addObservation(db, { id: 'dose', fields: syrup(), now });
    expect(await db.observations.get('fever')).toMatchObject({ at: now, celsius: 38.9 });
    expect(await db.observations.get('dose')).toMatchObject({ name: 'Paracetamol', amount: '3 ml', minHours: 6 });
    if (!given.ok) throw new Error('refused');
    await undo(db, { undo: given.value.undo, now });
    expect(await readDosesWithinLongestInterval(db, now)).toEqual([]);
  });

  it('is stored once when a pending write is applied twice', async () => {
    const db = await householdDatabase();
    await addObservation(db, { id: 'dose', fields: syrup(), now });
    await addObservation(db, { id: 'dose', fields: syrup(), now });
    expect(await db.observations.count()).toBe(1);
  });

  it.each([
    ['in the future', fever(38.9, tonightAt('06:00')), 'inFuture'],
    ['below 25 °C', fever(24.9), 'badValue'],
    ['above 45 °C', fever(45.1), 'badValue'],
    ['that is no number', fever(Number.NaN), 'badValue'],
    ['of an unknown child', fever(38.9, now, 'gaston'), 'unknownChild'],
    ['without a name', syrup(now, { name: ' ' }), 'nameEmpty'],
    ['with a negative interval', syrup(now, { minHours: -6 }), 'badValue'],
    ['with an interval that is too long', syrup(now, { minHours: 1001 }), 'badValue'],
  ])('is refused if it is one %s, and nothing is written', async (_, fields, code) => {
    const db = await householdDatabase();
    expect(await addObservation(db, { id: 'one', fields, now })).toMatchObject({ ok: false, refusal: { code } });
    expect(await db.observations.count()).toBe(0);
  });

  it('is refused for a deleted child', async () => {
    const db = await householdDatabase();
    await db.children.put({ ...leo, deletedAt: now });
    const result = await addObservation(db, { id: 'fever', fields: fever(38.9), now });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'unknownChild' } });
  });

  it('can be changed, but not to a future time, and removed', async () => {
    const db = await householdDatabase();
    await addObservation(db, { id: 'fever', fields: fever(38.9), now });
    await changeObservation(db, { id: 'fever', change: { celsius: 39.8 }, now });
    const later = await changeObservation(db, { id: 'fever', change: { at: tonightAt('09:00') }, now });
    expect(later).toMatchObject({ ok: false, refusal: { code: 'inFuture' } });
    expect(await db.observations.get('fever')).toMatchObject({ celsius: 39.8, at: now });
    await removeObservation(db, { id: 'fever', now });
    expect(await readLatestObservations(db, LEO, 10)).toEqual([]);
  });
});

describe('the queries', () => {
  const log = async () => {
    const db = await householdDatabase();
    const add = (id: string, fields: ObservationFields) => addObservation(db, { id, fields, now });
    await add('june', syrup(at('2026-06-01 20:00'), { name: 'Ibuprofen' }));
    await add('sunday', syrup(at('2026-11-15 20:00'), { minHours: 200 }));
    await add('monday', fever(38.2, at('2026-11-16 20:00')));
    await add('zoe', syrup(tonightAt('21:00'), { childId: ZOE }));
    await add('night', syrup(tonightAt('02:00')));
    await add('taken back', fever(41, tonightAt('02:30')));
    await removeObservation(db, { id: 'taken back', now });
    return db;
  };
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  it('return a child’s observations between two times, excluding the second', async () => {
    const db = await log();
    const between = await readObservationsBetween(db, LEO, at('2026-11-15 20:00'), tonightAt('02:00'));
    expect(ids(between)).toEqual(['sunday', 'monday']);
    expect(ids(await readLatestObservations(db, LEO, 2))).toEqual(['night', 'monday']);
    expect((await readLastTemperature(db, LEO, at('2026-11-16 03:10')))?.celsius).toBe(38.2);
    expect(await readLastTemperature(db, LEO, tonightAt('21:00'))).toBeNull();
  });

  it('return the medicines of the last three months, and the doses of all children whose interval may still run', async () => {
    const db = await log();
    expect(ids(await readRecentDoses(db, LEO, now))).toEqual(['night', 'sunday']);
    expect(ids(await readDosesWithinLongestInterval(db, now))).toEqual(['sunday', 'zoe', 'night']);
  });
});

import { describe, expect, it } from 'vitest';
import { readLastNaps, readNapsBetween } from '@/db/napQueries';
import { addNap, changeNap, removeNap } from '@/db/naps';
import { changeCaregiver } from '@/db/people';
import { undo } from '@/db/undo';
import type { Instant } from '@/lib/time';
import { householdDatabase } from '../support/database';
import { at, DAD, MUM } from '../support/factories';

const now = at('2026-11-17 16:00');
const nap = {
  napId: 'nap',
  caregiverId: MUM,
  startedAt: at('2026-11-17 14:00'),
  endedAt: at('2026-11-17 14:45'),
  now,
};
const ids = async (db: Awaited<ReturnType<typeof householdDatabase>>) =>
  (await readLastNaps(db, 20)).naps.map(({ id }) => id);

describe('a nap', () => {
  it('is added, changed and deleted, and each can be undone', async () => {
    const db = await householdDatabase();
    const added = await addNap(db, nap);
    expect(await readLastNaps(db, 20)).toMatchObject({
      naps: [{ id: 'nap', caregiverId: MUM, startedAt: nap.startedAt, endedAt: nap.endedAt }],
      hasMore: false,
    });
    const changed = await changeNap(db, { napId: 'nap', change: { endedAt: at('2026-11-17 15:00') }, now });
    expect(await db.naps.get('nap')).toMatchObject({ endedAt: at('2026-11-17 15:00') });
    if (!added.ok || !changed.ok) throw new Error('refused');
    await undo(db, { undo: changed.value.undo, now });
    expect(await db.naps.get('nap')).toMatchObject({ endedAt: nap.endedAt });
    const removed = await removeNap(db, { napId: 'nap', now });
    expect(await ids(db)).toEqual([]);
    if (!removed.ok) throw new Error('refused');
    await undo(db, { undo: removed.value.undo, now });
    expect(await ids(db)).toEqual(['nap']);
  });

  it.each([
    ['ends before it begins', { endedAt: at('2026-11-17 13:59') }, { code: 'endBeforeStart' }],
    ['ends as it begins', { endedAt: nap.startedAt }, { code: 'endBeforeStart' }],
    ['is not over yet', { endedAt: at('2026-11-17 16:02') }, { code: 'inFuture' }],
    ['lasts longer than a day', { startedAt: at('2026-11-16 14:00') }, { code: 'badValue', path: 'endedAt' }],
    ['has an unknown caregiver', { caregiverId: 'granny' }, { code: 'unknownCaregiver' }],
  ])('is refused if it %s, and nothing is written', async (_, wrong, refusal) => {
    const db = await householdDatabase();
    expect(await addNap(db, { ...nap, ...wrong })).toEqual({ ok: false, refusal });
    expect(await db.naps.count()).toBe(0);
  });

  it('may end within the next minute, and may last exactly a day', async () => {
    const db = await householdDatabase();
    const dayLongNap = { ...nap, startedAt: at('2026-11-16 16:00'), endedAt: now };
    expect(await addNap(db, { ...dayLongNap, now: (now - 50_000) as Instant })).toMatchObject({ ok: true });
  });

  it('is kept and can be changed if its caregiver is archived, but no new one can be added', async () => {
    const db = await householdDatabase();
    await addNap(db, nap);
    await changeCaregiver(db, { id: MUM, change: { archived: true }, now });
    const change = { startedAt: at('2026-11-17 14:05') };
    expect(await changeNap(db, { napId: 'nap', change, now })).toMatchObject({ ok: true });
    const refusal = { code: 'unknownCaregiver' };
    expect(await addNap(db, { ...nap, napId: 'next' })).toMatchObject({ refusal });
    await addNap(db, { ...nap, napId: 'dad', caregiverId: DAD });
    expect(await changeNap(db, { napId: 'dad', change: { caregiverId: MUM }, now })).toMatchObject({ refusal });
  });

  it('can be neither changed nor deleted once it was deleted', async () => {
    const db = await householdDatabase();
    await addNap(db, nap);
    await removeNap(db, { napId: 'nap', now });
    const refusal = { code: 'unknownRow' };
    expect(await changeNap(db, { napId: 'nap', change: {}, now })).toMatchObject({ refusal });
    expect(await removeNap(db, { napId: 'nap', now })).toMatchObject({ refusal });
  });
});

describe('two naps of one caregiver', () => {
  const second = (from: string, to: string) => ({
    ...nap,
    napId: 'second',
    startedAt: at(`2026-11-17 ${from}`),
    endedAt: at(`2026-11-17 ${to}`),
  });

  it.each([
    ['14:30', '15:00'],
    ['13:30', '14:01'],
    ['14:10', '14:20'],
    ['13:00', '15:30'],
    ['14:00', '14:45'],
  ])('must not overlap: a nap from %s to %s is refused, and the refusal names the other one', async (from, to) => {
    const db = await householdDatabase();
    await addNap(db, nap);
    expect(await addNap(db, second(from, to))).toEqual({
      ok: false,
      refusal: { code: 'napOverlaps', startedAt: nap.startedAt, endedAt: nap.endedAt },
    });
    expect(await ids(db)).toEqual(['nap']);
  });

  it('may touch each other, and may overlap another caregiver’s, a deleted one, and their own former time', async () => {
    const db = await householdDatabase();
    await addNap(db, nap);
    expect(await addNap(db, second('14:45', '15:00'))).toMatchObject({ ok: true });
    expect(await addNap(db, { ...second('14:10', '14:20'), napId: 'dad', caregiverId: DAD })).toMatchObject({
      ok: true,
    });
    expect(await changeNap(db, { napId: 'nap', change: { startedAt: at('2026-11-17 14:10') }, now })).toMatchObject({
      ok: true,
    });
    await removeNap(db, { napId: 'nap', now });
    expect(await addNap(db, { ...nap, napId: 'third' })).toMatchObject({ ok: true });
  });

  it('cannot be made to overlap by a change of time or caregiver', async () => {
    const db = await householdDatabase();
    await addNap(db, nap);
    await addNap(db, second('15:00', '15:20'));
    await addNap(db, { ...second('14:10', '14:20'), napId: 'dad', caregiverId: DAD });
    const refusal = { code: 'napOverlaps' };
    const earlier = { startedAt: at('2026-11-17 14:40') };
    expect(await changeNap(db, { napId: 'second', change: earlier, now })).toMatchObject({ refusal });
    expect(await changeNap(db, { napId: 'dad', change: { caregiverId: MUM }, now })).toMatchObject({ refusal });
  });
});

describe('the queries of naps', () => {
  it('return the last naps, latest first, up to the limit', async () => {
    const db = await householdDatabase();
    for (const hour of ['09', '10', '11'])
      await addNap(db, {
        ...nap,
        napId: hour,
        startedAt: at(`2026-11-17 ${hour}:00`),
        endedAt: at(`2026-11-17 ${hour}:20`),
      });
    expect(await readLastNaps(db, 2)).toMatchObject({ naps: [{ id: '11' }, { id: '10' }], hasMore: true });
    expect(await readLastNaps(db, 3)).toMatchObject({ hasMore: false });
  });

  it('return the naps that overlap a range, including one that begins before it', async () => {
    const db = await householdDatabase();
    await addNap(db, nap);
    const found = (from: string, to: string) => readNapsBetween(db, at(`2026-11-17 ${from}`), at(`2026-11-17 ${to}`));
    expect(await found('14:30', '15:00')).toHaveLength(1);
    expect(await found('14:45', '15:00')).toHaveLength(0);
    expect(await found('13:00', '14:00')).toHaveLength(0);
  });
});

import { describe, expect, it } from 'vitest';
import { removeIncident } from '@/db/correctIncident';
import { addEntry } from '@/db/editIncident';
import { addEpisode, changeEpisode } from '@/db/health';
import { changeIncident } from '@/db/incidents';
import { addNap, removeNap } from '@/db/naps';
import { changeNight } from '@/db/nights';
import { changeChild } from '@/db/people';
import { readIncident, readIncidentsBetween, readNightRow, readPeople } from '@/db/queries';
import { undo } from '@/db/undo';
import type { Result } from '@/domain/refusal';
import type { Undo } from '@/domain/undo';
import { householdDatabase, logWakeUp } from '../support/database';
import { day, entry, LEO, MUM, tonightAt, wakeUp } from '../support/factories';

const now = tonightAt('09:00');

function undoOf(result: Result<{ undo: Undo } | { opened: boolean; undo?: Undo | readonly Undo[] }>): Undo {
  const undone = result.ok ? [result.value.undo ?? []].flat() : [];
  const [onlyUndo] = undone;
  if (!onlyUndo || undone.length > 1) throw new Error('there is not exactly one change to undo');
  return onlyUndo;
}

/** A wake-up whose cause was set twice, with the undo of each change. */
async function withTwoCauses() {
  const db = await householdDatabase([wakeUp('02:43', '03:03')]);
  const incidentId = '02:43 to 03:03';
  const noise = undoOf(await changeIncident(db, { incidentId, change: { causeId: 'noise' }, now }));
  const hunger = undoOf(await changeIncident(db, { incidentId, change: { causeId: 'hunger' }, now }));
  return { db, noise, hunger };
}

describe('undo', () => {
  it('undoes “Baby woke”: the incident disappears from every screen', async () => {
    const db = await householdDatabase();
    const change = undoOf(await logWakeUp(db));
    expect(await undo(db, { undo: change, now })).toEqual({ ok: true, value: null });
    expect((await readIncidentsBetween(db, tonightAt('20:00'), now)).rows).toEqual([]);
    // The row is marked deleted instead of removed, so that another phone learns of it.
    expect(await db.incidents.count()).toBe(1);
  });

  it('undoes “Asleep again” and keeps the entries logged since', async () => {
    const db = await householdDatabase();
    await logWakeUp(db);
    const change = undoOf(await addEntry(db, { incidentId: 'woke 02:43', entry: entry('resolved', '03:03'), now }));
    await changeIncident(db, { incidentId: 'woke 02:43', change: { causeId: 'hunger' }, now });
    await undo(db, { undo: change, now });
    expect(await readIncident(db, 'woke 02:43')).toMatchObject({ causeId: 'hunger' });
    expect((await db.incidents.get('woke 02:43'))?.resolvedAt).toBe(Number.POSITIVE_INFINITY);
  });

  it('undoes the deletion of a wake-up', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    const change = undoOf(await removeIncident(db, { incidentId: '02:43 to 03:03', now }));
    expect(await readIncident(db, '02:43 to 03:03')).toBeNull();
    await undo(db, { undo: change, now });
    expect(await readIncident(db, '02:43 to 03:03')).toMatchObject({ deletedAt: null });
  });

  it('undoes “Good night” and the change of a name', async () => {
    const db = await householdDatabase();
    const change = undoOf(
      await changeNight(db, { night: day('2026-11-16'), change: { bedtimeAt: tonightAt('20:30') }, now }),
    );
    await undo(db, { undo: change, now });
    expect(await readNightRow(db, day('2026-11-16'))).toBeNull();

    const renamed = undoOf(await changeChild(db, { id: LEO, change: { name: 'Léon' }, now }));
    await undo(db, { undo: renamed, now });
    expect((await readPeople(db)).children[0]?.name).toBe('Léo');
  });
});

it('refuses an undo that would make the log impossible', async () => {
  const db = await householdDatabase([wakeUp('02:43', '03:03')]);
  const change = undoOf(await removeIncident(db, { incidentId: '02:43 to 03:03', now }));
  await logWakeUp(db, '02:50');
  expect(await undo(db, { undo: change, now })).toMatchObject({ refusal: { code: 'overlaps' } });
  expect(await readIncident(db, '02:43 to 03:03')).toBeNull();
});

describe('an undo after another window logged something', () => {
  it('refuses if one caregiver would have two naps at once', async () => {
    const db = await householdDatabase();
    const nap = (napId: string, from: string, to: string) =>
      addNap(db, { napId, caregiverId: MUM, startedAt: tonightAt(from), endedAt: tonightAt(to), now });
    await nap('first', '07:00', '08:00');
    const removed = undoOf(await removeNap(db, { napId: 'first', now }));
    await nap('second', '07:30', '08:30');
    expect(await undo(db, { undo: removed, now })).toEqual({ ok: false, refusal: { code: 'changedSince' } });
    await removeNap(db, { napId: 'second', now });
    expect(await undo(db, { undo: removed, now })).toMatchObject({ ok: true });
  });

  it('refuses if an illness would end before it begins', async () => {
    const db = await householdDatabase();
    const fields = {
      childId: LEO,
      kind: 'cold',
      label: 'Cold',
      startDay: day('2026-11-16'),
      endDay: null,
      note: '',
    } as const;
    await addEpisode(db, { id: 'cold', fields, now });
    const moved = undoOf(await changeEpisode(db, { id: 'cold', change: { startDay: day('2026-11-10') }, now }));
    await changeEpisode(db, { id: 'cold', change: { endDay: day('2026-11-12') }, now });
    expect(await undo(db, { undo: moved, now })).toEqual({ ok: false, refusal: { code: 'changedSince' } });
    expect(await db.episodes.get('cold')).toMatchObject({ startDay: '2026-11-10', endDay: '2026-11-12' });
  });
});

it('changes nothing the second time the same undo is asked', async () => {
  const db = await householdDatabase();
  const change = undoOf(await logWakeUp(db));
  await undo(db, { undo: change, now });
  const stored = await db.incidents.toArray();
  const again = await undo(db, { undo: change, now });
  expect(again.ok).toBe(true);
  expect((await db.incidents.toArray()).map(({ deletedAt }) => deletedAt)).toEqual(
    stored.map(({ deletedAt }) => deletedAt),
  );
});

it('undoes two changes of one row, whichever of the two is undone first', async () => {
  for (const order of ['first to last', 'last to first']) {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    const incidentId = '02:43 to 03:03';
    const changes = [
      undoOf(await changeIncident(db, { incidentId, change: { causeId: 'noise' }, now })),
      undoOf(await changeIncident(db, { incidentId, change: { note: 'The bin lorry.' }, now })),
    ];
    if (order === 'last to first') changes.reverse();
    for (const change of changes) expect(await undo(db, { undo: change, now })).toEqual({ ok: true, value: null });
    expect(await readIncident(db, incidentId), order).toMatchObject({ causeId: null, note: '' });
  }
});

it('refuses to undo a change of a field that was changed again since', async () => {
  const { db, noise, hunger } = await withTwoCauses();
  expect(await undo(db, { undo: noise, now })).toEqual({ ok: false, refusal: { code: 'changedSince' } });
  expect(await readIncident(db, '02:43 to 03:03')).toMatchObject({ causeId: 'hunger' });
  await undo(db, { undo: hunger, now });
  expect(await undo(db, { undo: noise, now })).toEqual({ ok: true, value: null });
  expect(await readIncident(db, '02:43 to 03:03')).toMatchObject({ causeId: null });
});

describe('an undo of several changes of one tap', () => {
  const withTwoChanges = async () => {
    const db = await householdDatabase([wakeUp('01:00', '01:10'), wakeUp('02:43', '03:03')]);
    const first = undoOf(await removeIncident(db, { incidentId: '01:00 to 01:10', now }));
    const second = undoOf(
      await changeIncident(db, { incidentId: '02:43 to 03:03', change: { causeId: 'noise' }, now }),
    );
    return { db, changes: [first, second] };
  };

  it('undoes all the changes together', async () => {
    const { db, changes } = await withTwoChanges();
    expect(await undo(db, { undo: changes, now })).toEqual({ ok: true, value: null });
    expect(await readIncident(db, '01:00 to 01:10')).toMatchObject({ deletedAt: null });
    expect(await readIncident(db, '02:43 to 03:03')).toMatchObject({ causeId: null });
  });

  it('undoes the latest change of a field first', async () => {
    const { db, noise, hunger } = await withTwoCauses();
    expect(await undo(db, { undo: [noise, hunger], now })).toEqual({ ok: true, value: null });
    expect(await readIncident(db, '02:43 to 03:03')).toMatchObject({ causeId: null });
  });

  it('undoes none of the changes if one undo is refused', async () => {
    const { db, changes } = await withTwoChanges();
    await db.incidents.delete('01:00 to 01:10');
    expect(await undo(db, { undo: changes, now })).toEqual({ ok: false, refusal: { code: 'unknownRow' } });
    expect(await readIncident(db, '02:43 to 03:03')).toMatchObject({ causeId: 'noise' });
  });
});

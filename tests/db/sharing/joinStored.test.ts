import { describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import { changeIncident } from '@/db/incidents';
import { readIncident, readOpenIncidents } from '@/db/queries';
import { joinLogged, joinStoredIncidents } from '@/db/sharing/joinStored';
import { toStoredIncident } from '@/db/storedIncident';
import { undo } from '@/db/undo';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { householdDatabase } from '../../support/database';
import { entry, incident, tonightAt, wakeUp, ZOE } from '../../support/factories';

const now = tonightAt('04:00');

/** Her wake-up of 2:43 and his of 2:44, which arrived from his phone. */
const hers = incident([entry('detected', '02:43', { id: 'her cry' })], { id: '1 hers' });
const his = incident([entry('detected', '02:44', { id: 'his cry' })], { id: '2 his' });
const joinIn = (db: InfernalDatabase) => db.transaction('rw', db.incidents, () => joinStoredIncidents(db));

async function joinedDatabase(...incidents: ReturnType<typeof incident>[]): Promise<InfernalDatabase> {
  const db = await householdDatabase([hers, his, ...incidents]);
  await joinIn(db);
  return db;
}

describe('two open incidents of one child', () => {
  it('become one, and joining again writes nothing', async () => {
    const db = await joinedDatabase();
    expect((await readOpenIncidents(db)).rows.map(({ id }) => id)).toEqual(['1 hers']);
    expect(await db.incidents.get('2 his')).toMatchObject({ mergedInto: '1 hers' });
    expect(await joinIn(db)).toEqual([]);
  });

  it('stay two if they are of two children, and a closed one is no part of them', async () => {
    const db = await householdDatabase([hers, { ...his, childId: ZOE }, wakeUp('01:00', '01:10', { id: '0 closed' })]);
    expect(await joinIn(db)).toEqual([]);
  });

  it('take in what comes later to the one that was joined', async () => {
    const db = await joinedDatabase();
    // His phone was offline: it has not heard of the joining, and ended its own incident.
    const ended = { ...his, timeline: [...his.timeline, entry('resolved', '03:03', { id: 'his end' })] };
    const joined = (await db.incidents.get('2 his')) ?? toStoredIncident(his);
    await db.incidents.put(toStoredIncident({ ...joined, timeline: ended.timeline }));
    await joinIn(db);
    const target = await readIncident(db, '1 hers');
    expect(foldTimeline(target?.timeline ?? [])?.resolution?.at).toBe(tonightAt('03:03'));
  });
});

describe('a tap on an incident that was joined since the screen showed it', () => {
  it('is written to the incident into which it was joined', async () => {
    const db = await joinedDatabase();
    const end = entry('resolved', '03:03', { id: 'end' });
    expect(await addEntry(db, { incidentId: '2 his', entry: end, now })).toMatchObject({ ok: true });
    const target = await readIncident(db, '1 hers');
    expect(foldTimeline(target?.timeline ?? [])?.isOpen).toBe(false);
    const change = { incidentId: '2 his', change: { causeId: 'hunger' as const }, now };
    expect(await changeIncident(db, change)).toMatchObject({ ok: true });
    expect(await readIncident(db, '1 hers')).toMatchObject({ causeId: 'hunger' });
  });

  it('is refused if both are deleted', async () => {
    const db = await joinedDatabase();
    await db.incidents.update('1 hers', { deletedAt: now });
    const result = await addEntry(db, { incidentId: '2 his', entry: entry('resolved', '03:03'), now });
    expect(result).toEqual({ ok: false, refusal: { code: 'unknownIncident' } });
  });
});

describe('an undo', () => {
  it('of “Baby woke” is refused once the incident was joined, because the other phone says so, too', async () => {
    const db = await joinedDatabase();
    const result = await undo(db, { undo: { table: 'incidents', before: null, after: his }, now });
    expect(result).toEqual({ ok: false, refusal: { code: 'changedSince' } });
    expect((await readOpenIncidents(db)).rows).toHaveLength(1);
  });

  it('of an entry takes it out of the incident into which it was joined', async () => {
    const after = { ...his, timeline: [...his.timeline, entry('resolved', '03:03', { id: 'his end' })] };
    const db = await householdDatabase([hers, his]);
    await db.incidents.put(toStoredIncident(after));
    await joinIn(db);
    // His end is no end of hers yet: the two incidents were never open at the same time.
    expect(await joinIn(db)).toEqual([]);
    await db.incidents.put(toStoredIncident(his));
    await joinIn(db);
    const joined = await db.incidents.get('2 his');
    await db.incidents.put(toStoredIncident({ ...(joined ?? his), timeline: after.timeline }));
    await joinIn(db);
    expect((await readOpenIncidents(db)).rows).toEqual([]);
    expect(await undo(db, { undo: { table: 'incidents', before: his, after }, now })).toMatchObject({ ok: true });
    // The next round of the sync begins with it.
    await joinLogged(db, {});
    expect((await readOpenIncidents(db)).rows.map(({ id }) => id)).toEqual(['1 hers']);
  });
});

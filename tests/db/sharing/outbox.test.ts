import { describe, expect, it } from 'vitest';
import { eraseLog, readWholeLog, restoreLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import { rowOfNote } from '@/db/outbox';
import { openOverlay } from '@/db/overlay';
import { changeChild } from '@/db/people';
import { endSharing } from '@/db/sharing/changeSharing';
import { beginSharing } from '@/db/sharing/share';
import type { Sharing } from '@/db/syncTables';
import { undo } from '@/db/undo';
import { freshDatabaseName, householdDatabase, logWakeUp, openWindow } from '../../support/database';
import { entry, LEO, PARIS, tonightAt, wakeUp, ZOE } from '../../support/factories';

const now = tonightAt('09:00');
const sharing: Sharing = {
  id: 'sharing',
  householdId: 'our household',
  secret: new Uint8Array(32),
  phoneId: 'this phone',
  name: 'Mum’s phone',
  caregiverId: null,
  privateKey: new Uint8Array(1),
  publicKey: '',
  isJoining: false,
};
const notes = async (db: InfernalDatabase) => (await db.outbox.toArray()).map(({ key }) => key);

/** A phone that shares its log and has sent everything. */
async function sharedDatabase(...incidents: Parameters<typeof householdDatabase>): Promise<InfernalDatabase> {
  const db = await householdDatabase(...incidents);
  await beginSharing(db, { sharing });
  await db.outbox.clear();
  return db;
}

describe('the outbox', () => {
  it('stays empty as long as the phone does not share', async () => {
    const db = await householdDatabase();
    await logWakeUp(db);
    expect(await notes(db)).toEqual([]);
  });

  it('names every row that there is when the phone begins to share', async () => {
    const db = await householdDatabase([wakeUp('01:00', '01:10', { id: 'one/two' })]);
    await beginSharing(db, { sharing });
    expect(await notes(db)).toEqual(expect.arrayContaining(['household/household', `children/${LEO}`]));
    expect((await db.outbox.toArray()).map(rowOfNote)).toContainEqual({ table: 'incidents', id: 'one/two' });
  });

  it('names what a command writes, once, and what an undo writes', async () => {
    const db = await sharedDatabase();
    await logWakeUp(db);
    const end = entry('resolved', '03:03');
    const ended = await addEntry(db, { incidentId: 'woke 02:43', entry: end, now });
    expect(await notes(db)).toEqual(['incidents/woke 02:43']);
    await db.outbox.clear();
    if (ended.ok) await undo(db, { undo: ended.value.undo, now });
    expect(await notes(db)).toEqual(['incidents/woke 02:43']);
  });

  it('is written in the transaction of the row: a refused command leaves no note', async () => {
    const db = await sharedDatabase([wakeUp('02:43', '03:03', { id: 'one' })]);
    const result = await addEntry(db, { incidentId: 'one', entry: entry('resolved', '03:10'), now });
    expect(result).toMatchObject({ ok: false });
    const aborted = db.transaction('rw', db.children, async (transaction) => {
      await db.children.update(LEO, { name: 'Leo' });
      transaction.abort();
    });
    await expect(aborted).rejects.toThrow();
    expect(await notes(db)).toEqual([]);
  });

  it('cannot be gone around: a write outside of every command is noted, too', async () => {
    const db = await sharedDatabase();
    await db.children.update(LEO, { name: 'Leo' });
    await db.chores.bulkPut([]);
    await db.transaction('rw', db.children, () => db.children.where('id').equals(ZOE).modify({ color: 'teal' }));
    expect(await notes(db)).toEqual([`children/${LEO}`, `children/${ZOE}`]);
  });

  it('sees what another window writes that opened before the phone began to share', async () => {
    const name = freshDatabaseName();
    const here = await householdDatabase([], name);
    const there = openWindow(name);
    await there.open();
    await beginSharing(here, { sharing });
    await here.outbox.clear();
    await changeChild(there, { id: LEO, change: { name: 'Leo' }, now });
    expect(await notes(here)).toEqual([`children/${LEO}`]);
  });

  it('is kept in memory with the write while the storage takes none', async () => {
    const name = freshDatabaseName();
    const base = await householdDatabase([], name);
    await beginSharing(base, { sharing });
    await base.outbox.clear();
    const overlay = await openOverlay(base, 'full', now);
    await logWakeUp(overlay);
    expect(await notes(overlay)).toEqual(['incidents/woke 02:43']);
    expect(await notes(base)).toEqual([]);
  });
});

describe('a row of a shared log', () => {
  it('is never removed, because the other phone would bring it back', async () => {
    const db = await sharedDatabase();
    await expect(db.children.delete(LEO)).rejects.toThrow('marked deleted');
    await expect(db.incidents.clear()).rejects.toThrow('marked deleted');
    expect(await db.children.count()).toBe(2);
  });

  it('is marked deleted by a restore that replaces the log', async () => {
    const db = await sharedDatabase([wakeUp('01:00', '01:10', { id: 'only here' })]);
    const file = { ...(await readWholeLog(db)).log, incidents: [wakeUp('02:00', '02:10', { id: 'in the file' })] };
    expect(await restoreLog(db, { log: file, mode: 'replace', now })).toEqual({ ok: true, value: { ok: true } });
    expect(await db.incidents.get('only here')).toMatchObject({ deletedAt: now });
    expect(await db.incidents.get('in the file')).toMatchObject({ deletedAt: null });
    expect(await notes(db)).toEqual(expect.arrayContaining(['incidents/in the file', 'incidents/only here']));
  });

  it('is removed from this phone by “Erase everything”, which ends the sharing', async () => {
    const db = await sharedDatabase([wakeUp('01:00', '01:10')]);
    const names = { child: 'Baby', caregivers: ['Mum', 'Dad'] as const };
    expect(await eraseLog(db, { timeZone: PARIS, names, now })).toMatchObject({ ok: true });
    expect(await db.incidents.count()).toBe(0);
    expect(await db.meta.get('sharing')).toBeUndefined();
    expect(await notes(db)).toEqual([]);
  });

  it('stays when the sharing ends', async () => {
    const db = await sharedDatabase([wakeUp('01:00', '01:10')]);
    await endSharing(db, { ended: { id: 'sharingEnded', why: 'removed', at: now } });
    expect(await db.incidents.count()).toBe(1);
    await changeChild(db, { id: LEO, change: { name: 'Leo' }, now });
    expect(await notes(db)).toEqual([]);
    expect(await db.meta.get('sharingEnded')).toMatchObject({ why: 'removed' });
  });
});

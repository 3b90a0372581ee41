import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseLog, restoreLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import { readPeople } from '@/db/queries';
import { readSide } from '@/db/sideDatabase';
import { removeSideFact } from '@/db/sideWrites';
import { findCachedWitness, findLoss, saveWitness } from '@/db/watchLog';
import { findWitness } from '@/db/witness';
import type { Incident } from '@/domain/rows/incident';
import { MemoryCaches } from '../support/caches';
import { freshDatabaseName, householdDatabase, logWakeUp } from '../support/database';
import { entry, household, incident, tonightAt, wakeUp } from '../support/factories';

const seenAt = tonightAt('05:00');
const first = wakeUp('01:00', '01:20');
const second = wakeUp('03:00', '03:20');

const see = async (db: InfernalDatabase, incidents: readonly Incident[]) => {
  await saveWitness(db, await readPeople(db), incidents, seenAt);
  return findWitness(await readSide());
};

afterEach(async () => {
  await removeSideFact('witness');
});

describe('a log that the witness has seen', () => {
  it('is found to be whole if nothing has happened to it', async () => {
    const db = await householdDatabase([first, second]);
    expect(await findLoss(db, await see(db, [first, second]))).toBeNull();
  });

  it('is found to be gone if another one is in its place, and its people are known', async () => {
    const witness = await see(await householdDatabase([first, second]), [first, second]);
    expect(await findLoss(await householdDatabase(), witness)).toBe('all');
    expect(witness?.people.children.map(({ name }) => name)).toEqual(['Léo', 'Zoé']);
    expect(witness?.seenAt).toBe(seenAt);
  });

  it('is found to be gone although something was logged in the new one since', async () => {
    const witness = await see(await householdDatabase([first]), [first]);
    const db = await householdDatabase();
    await logWakeUp(db, tonightAt('06:00'));
    expect(await findLoss(db, witness)).toBe('all');
  });

  it.each([
    ['a wake-up', [first]],
    ['the end of the last wake-up', [first, { ...second, timeline: second.timeline.slice(0, 1) }]],
  ])('is found to lack %s', async (_, left) => {
    const name = freshDatabaseName();
    const whole = await householdDatabase([first, second], name);
    const witness = await see(whole, [first, second]);
    await whole.incidents.clear();
    await whole.incidents.bulkPut(
      left.map((row) => ({ ...row, updatedAt: tonightAt('03:00'), detectedAt: 0, resolvedAt: 0 })),
    );
    expect(await findLoss(whole, witness)).toBe('part');
  });

  it('is found to lack a part if a browser has repaired it and lost its id', async () => {
    const db = await householdDatabase([first, second]);
    const witness = await see(db, [first, second]);
    await db.meta.delete('log');
    db.logId = null;
    await db.incidents.delete(second.id);
    expect(await findLoss(db, witness)).toBe('part');
  });

  it('is whole if it was erased or replaced by a backup since', async () => {
    const db = await householdDatabase([first, second]);
    const witness = await see(db, [first, second]);
    const names = { child: 'Baby', caregivers: ['Mum', 'Dad'] } as const;
    await eraseLog(db, { timeZone: 'Europe/Paris', names, now: tonightAt('09:00') });
    expect(await findLoss(db, witness)).toBeNull();

    const other = await householdDatabase([first, second]);
    const seen = await see(other, [first, second]);
    const rows = {
      children: [],
      caregivers: [],
      nights: [],
      episodes: [],
      observations: [],
      chores: [],
      naps: [],
      runbooks: [],
    };
    const log = { ...rows, household: household(), incidents: [first] };
    await restoreLog(other, { log, mode: 'replace', now: tonightAt('09:00') });
    expect(await findLoss(other, seen)).toBeNull();
  });

  it('is whole if it has more than was seen', async () => {
    const db = await householdDatabase([first]);
    const witness = await see(db, [first]);
    await logWakeUp(db, '05:30');
    await addEntry(db, { incidentId: 'woke 05:30', entry: entry('resolved', '05:40'), now: tonightAt('05:40') });
    expect(await findLoss(db, witness)).toBeNull();
  });
});

describe('no loss is found', () => {
  it('at the very first start', async () => {
    expect(await findLoss(await householdDatabase(), null)).toBeNull();
  });

  it('if nothing had ever been logged', async () => {
    const witness = await see(await householdDatabase(), []);
    expect(await findLoss(await householdDatabase(), witness)).toBeNull();
  });
});

describe('the witness', () => {
  it('is in localStorage if the side database is gone', async () => {
    const witness = await see(await householdDatabase([first]), [first]);
    await removeSideFact('witness');
    expect(findWitness(await readSide())).toEqual(witness);
  });

  it('gives an id to a log that an older app has made', async () => {
    const db = await householdDatabase([first]);
    await db.meta.delete('log');
    db.logId = null;
    const witness = await see(db, [first]);
    expect(witness?.logId).toEqual(expect.any(String));
    expect(await db.meta.get('log')).toEqual({ id: 'log', logId: witness?.logId });
  });

  it('remembers the last wake-up by its beginning if there is none tonight', async () => {
    const witness = await see(await householdDatabase([first, second]), []);
    expect(witness?.latest?.id).toBe(second.id);
  });

  it('is saved although a row cannot be read', async () => {
    const db = await householdDatabase([incident([entry('detected', '01:00')])]);
    await db.table('incidents').put({ id: 'odd', detectedAt: tonightAt('04:00') });
    const witness = await see(db, []);
    expect(witness).toMatchObject({ incidentCount: 2, latest: { id: 'odd' } });
    expect(await findLoss(db, witness)).toBeNull();
  });

  describe('in the cache', () => {
    beforeEach(() => {
      Object.assign(globalThis, { caches: new MemoryCaches().storage });
    });
    afterEach(() => {
      Reflect.deleteProperty(globalThis, 'caches');
    });

    it('is found when the others are gone', async () => {
      const witness = await see(await householdDatabase([first]), [first]);
      expect(await findCachedWitness('witness')).toEqual(witness);
    });

    it('is null if it is gone, too', async () => {
      expect(await findCachedWitness('witness')).toBeNull();
    });
  });
});

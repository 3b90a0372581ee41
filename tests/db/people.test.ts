import { describe, expect, it } from 'vitest';
import type { InfernalDatabase } from '@/db/database';
import { ensureHousehold } from '@/db/firstHousehold';
import { addCaregiver, addChild, changeCaregiver, changeChild, changeHousehold, forgetFormerZones } from '@/db/people';
import { readPeople } from '@/db/queries';
import { undo } from '@/db/undo';
import { freshDatabaseName, householdDatabase, openWindow } from '../support/database';
import { DAD, LEO, MUM, PARIS, tonightAt, wakeUp, ZOE } from '../support/factories';

const now = tonightAt('10:00');
const first = { timeZone: PARIS, names: { child: 'Bébé', caregivers: ['Maman', 'Papa'] as const }, now };

describe('the very first start', () => {
  it('makes a household, a child and two caregivers of different colours', async () => {
    const db = openWindow(freshDatabaseName());
    await ensureHousehold(db, first);
    const { household, children, caregivers } = await readPeople(db);
    expect(household).toMatchObject({ timeZone: PARIS, nightStart: '20:00', nightEnd: '07:00', graceSeconds: 30 });
    expect(children.map(({ name }) => name)).toEqual(['Bébé']);
    expect(caregivers.map(({ name }) => name)).toEqual(['Maman', 'Papa']);
    expect(new Set([...children, ...caregivers].map(({ color }) => color)).size).toBe(3);
  });

  it('makes the household at the log’s first word, which may be a tap before the app was there', async () => {
    const tap = tonightAt('02:43:10');
    const since = async (more: object) => {
      const db = openWindow(freshDatabaseName());
      await ensureHousehold(db, { ...first, ...more });
      return (await readPeople(db)).household?.since;
    };
    expect(await since({})).toBe(now);
    expect(await since({ since: tap })).toBe(tap);
  });

  it('makes one household when two windows start at once', async () => {
    const name = freshDatabaseName();
    const [here, there] = [openWindow(name), openWindow(name)];
    await Promise.all([ensureHousehold(here, first), ensureHousehold(there, first)]);
    expect(await here.children.count()).toBe(1);
    expect(await here.caregivers.count()).toBe(2);
  });

  it('does nothing when there is a household', async () => {
    const db = await householdDatabase();
    await ensureHousehold(db, first);
    expect((await readPeople(db)).children.map(({ name }) => name)).toEqual(['Léo', 'Zoé']);
  });
});

describe('a name', () => {
  it.each([
    ['', 'nameEmpty'],
    [' \t\n ', 'nameEmpty'],
    ['x'.repeat(10_000), 'nameTooLong'],
  ])('is refused if it is empty or too long, new or changed (%#)', async (name, code) => {
    const db = await householdDatabase();
    const before = await readPeople(db);
    expect(await addChild(db, { id: 'new', name, now })).toMatchObject({ refusal: { code } });
    expect(await addCaregiver(db, { id: 'new', name, now })).toMatchObject({ refusal: { code } });
    expect(await changeChild(db, { id: LEO, change: { name }, now })).toMatchObject({ refusal: { code } });
    expect(await readPeople(db)).toEqual(before);
  });

  it('is stored without surrounding spaces, but with inner ones', async () => {
    const db = await householdDatabase();
    await changeChild(db, { id: LEO, change: { name: '  Jean-Noël 👶🏽 O’Neil ' }, now });
    expect((await readPeople(db)).children.find(({ id }) => id === LEO)?.name).toBe('Jean-Noël 👶🏽 O’Neil');
  });
});

describe('a new person', () => {
  it('gets a colour that no other child, or no other caregiver, has', async () => {
    const db = await householdDatabase();
    await addChild(db, { id: 'third', name: 'Ana', now });
    const { children } = await readPeople(db);
    expect(new Set(children.map(({ color }) => color)).size).toBe(3);
  });

  it('is accepted when all eight colours are used', async () => {
    const db = await householdDatabase();
    for (const id of ['3', '4', '5', '6', '7', '8', '9']) await addChild(db, { id, name: id, now });
    expect(await db.children.count()).toBe(9);
  });
});

describe('archiving somebody', () => {
  it('keeps the row for the nights that refer to it', async () => {
    const db = await householdDatabase();
    await changeChild(db, { id: ZOE, change: { archived: true }, now });
    expect((await readPeople(db)).children.find(({ id }) => id === ZOE)).toMatchObject({ archived: true });
  });

  it('is refused for the last child and the last caregiver', async () => {
    const db = await householdDatabase();
    await changeChild(db, { id: ZOE, change: { archived: true }, now });
    await changeCaregiver(db, { id: DAD, change: { archived: true }, now });
    expect(await changeChild(db, { id: LEO, change: { archived: true }, now })).toMatchObject({
      refusal: { code: 'lastChild' },
    });
    expect(await changeCaregiver(db, { id: MUM, change: { archived: true }, now })).toMatchObject({
      refusal: { code: 'lastCaregiver' },
    });
  });
});

it.each([{ nightStart: '25:00' }, { timeZone: 'Europe/Atlantis' }, { graceSeconds: -1 }])(
  'refuses an invalid setting: %o',
  async (change) => {
    const db = await householdDatabase();
    const before = await db.household.toArray();
    expect(await changeHousehold(db, { change: change as object, now })).toMatchObject({
      refusal: { code: 'badValue' },
    });
    expect(await db.household.toArray()).toEqual(before);
  },
);

describe('a household that moves', () => {
  const zonesOf = async (db: InfernalDatabase) => {
    const { household } = await readPeople(db);
    return { timeZone: household?.timeZone, formerZones: household?.formerZones };
  };

  it('goes by the new zone from tonight on, with one undo', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    const result = await changeHousehold(db, { change: { timeZone: 'Asia/Tokyo' }, now });
    expect(await zonesOf(db)).toEqual({
      timeZone: 'Asia/Tokyo',
      formerZones: [{ until: '2026-11-17', timeZone: PARIS }],
    });
    if (result.ok) await undo(db, { undo: result.value.undo, now });
    expect(await zonesOf(db)).toEqual({ timeZone: PARIS, formerZones: [] });
  });

  it('has no former zone before anything was logged', async () => {
    const db = await householdDatabase();
    await changeHousehold(db, { change: { timeZone: 'America/New_York' }, now });
    expect(await zonesOf(db)).toEqual({ timeZone: 'America/New_York', formerZones: [] });
  });

  it('can file all nights under its present zone', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    await changeHousehold(db, { change: { timeZone: 'Asia/Tokyo' }, now });
    await forgetFormerZones(db, { now });
    expect(await zonesOf(db)).toEqual({ timeZone: 'Asia/Tokyo', formerZones: [] });
  });

  it('keeps a zone that this browser does not know, and can leave it', async () => {
    const db = await householdDatabase([wakeUp('02:43', '03:03')]);
    await db.household.update('household', { timeZone: 'Mars/Olympus' });
    expect(await zonesOf(db)).toMatchObject({ timeZone: 'Mars/Olympus' });
    await changeHousehold(db, { change: { timeZone: PARIS }, now });
    expect(await zonesOf(db)).toMatchObject({ timeZone: PARIS, formerZones: [{ timeZone: 'Mars/Olympus' }] });
  });
});

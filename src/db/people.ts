import { type FirstNames, firstHousehold, newCaregiver, newChild } from '@/domain/defaults';
import { ok, type Result, refused } from '@/domain/refusal';
import { COLORS } from '@/domain/rows/fields';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import type { Undo } from '@/domain/undo';
import { newId } from '@/lib/ids';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { changeRow, writeRow } from './writeRow';

type Written = Promise<Result<{ undo: Undo }>>;

export interface EnsureHousehold {
  timeZone: string;
  names: FirstNames;
  now: Instant;
}

/** On the very first start: a household, a child and two caregivers. Two windows starting at once make one. */
export const ensureHousehold = command(
  'ensureHousehold',
  ['household', 'children', 'caregivers'],
  async (db, input: EnsureHousehold): Promise<Result<null>> => {
    if ((await db.household.count()) === 0) await putFirstHousehold(db, input);
    return ok(null);
  },
);

/** In a transaction over its three tables: the household that stands before anybody has set anything up. */
export async function putFirstHousehold(
  db: InfernalDatabase,
  { timeZone, names, now }: EnsureHousehold,
): Promise<void> {
  await db.household.put(firstHousehold(timeZone, now, now));
  await db.children.put(newChild(newId(), names.child, 'blue', now));
  const [first, second] = names.caregivers;
  await db.caregivers.bulkPut([
    newCaregiver(newId(), first, 'purple', now),
    newCaregiver(newId(), second, 'teal', now),
  ]);
}

/** What the household's settings are changed by. Its rotation is not among them: that takes nights with it (`rota.ts`). */
export type HouseholdChange = Partial<
  Omit<Household, 'id' | 'updatedAt' | 'deletedAt' | 'rotation' | 'since' | 'formerZones'>
>;

export const changeHousehold = command(
  'changeHousehold',
  ['household'],
  async (db, { change, now }: { change: HouseholdChange; now: Instant }): Written => putSettings(db, change, now),
);

/** In a transaction over the household. Settings that were marked deleted, as another phone's file can have them, are settings again. */
export const putSettings = (
  db: InfernalDatabase,
  change: HouseholdChange | Pick<Household, 'rotation'>,
  now: Instant,
): Promise<Result<{ undo: Undo<'household'> }>> =>
  changeRow(db, 'household', 'household', { ...change, deletedAt: null }, now);

type NewPerson<T extends Child | Caregiver> = {
  id: string;
  name: string;
  details?: Partial<Omit<T, 'id' | 'name' | 'updatedAt' | 'deletedAt'>>;
  now: Instant;
};

/** Adds a child, or a caregiver, under the given id and name; its colour, unless chosen, is the first one nobody else has. */
export const addChild = command(
  'addChild',
  ['children'],
  async (db, { id, name, details = {}, now }: NewPerson<Child>): Written => {
    const used = (await db.children.toArray()).map(({ color }) => color);
    return writeRow(db, 'children', null, { ...newChild(id, name.trim(), freeColor(used), now), ...details });
  },
);

export const addCaregiver = command(
  'addCaregiver',
  ['caregivers'],
  async (db, { id, name, details = {}, now }: NewPerson<Caregiver>): Written => {
    const used = (await db.caregivers.toArray()).map(({ color }) => color);
    return writeRow(db, 'caregivers', null, { ...newCaregiver(id, name.trim(), freeColor(used), now), ...details });
  },
);

type PersonChange<T extends Child | Caregiver> = {
  id: string;
  change: Partial<Omit<T, 'id' | 'updatedAt' | 'deletedAt'>>;
  now: Instant;
};

/** Somebody must be left to wake, so the last child that is not archived cannot be. */
export const changeChild = command(
  'changeChild',
  ['children'],
  async (db, { id, change, now }: PersonChange<Child>): Written => {
    if (change.archived && (await othersActive(db, 'children', id)) === 0) return refused({ code: 'lastChild' });
    return changeRow(db, 'children', id, change, now);
  },
);

export const changeCaregiver = command(
  'changeCaregiver',
  ['caregivers'],
  async (db, { id, change, now }: PersonChange<Caregiver>): Written => {
    if (change.archived && (await othersActive(db, 'caregivers', id)) === 0) return refused({ code: 'lastCaregiver' });
    return changeRow(db, 'caregivers', id, change, now);
  },
);

const freeColor = (used: readonly string[]) => COLORS.find((color) => !used.includes(color)) ?? 'grey';

async function othersActive(db: InfernalDatabase, table: 'children' | 'caregivers', id: string): Promise<number> {
  const rows: (Child | Caregiver)[] = await db.table(table).toArray();
  return rows.filter((row) => row.id !== id && row.deletedAt === null && !row.archived).length;
}

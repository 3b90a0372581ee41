import { newCaregiver, newChild } from '@/domain/defaults';
import { type Result, refused } from '@/domain/refusal';
import { COLORS } from '@/domain/rows/fields';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { changeRow, writeRow } from './writeRow';

type WriteResult = Promise<Result<{ undo: Undo }>>;

/** What the household's settings are changed by. Its rotation is not among them: that takes nights with it (`rota.ts`). */
export type HouseholdChange = Partial<
  Omit<Household, 'id' | 'updatedAt' | 'deletedAt' | 'rotation' | 'since' | 'formerZones'>
>;

export const changeHousehold = command(
  'changeHousehold',
  ['household'],
  async (db, { change, now }: { change: HouseholdChange; now: Instant }): WriteResult => putSettings(db, change, now),
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
  async (db, { id, name, details = {}, now }: NewPerson<Child>): WriteResult => {
    const used = (await db.children.toArray()).map(({ color }) => color);
    return writeRow(db, 'children', null, { ...newChild(id, name.trim(), freeColor(used), now), ...details });
  },
);

export const addCaregiver = command(
  'addCaregiver',
  ['caregivers'],
  async (db, { id, name, details = {}, now }: NewPerson<Caregiver>): WriteResult => {
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
  async (db, { id, change, now }: PersonChange<Child>): WriteResult => {
    if (change.archived && (await countOtherActive(db, 'children', id)) === 0) return refused({ code: 'lastChild' });
    return changeRow(db, 'children', id, change, now);
  },
);

export const changeCaregiver = command(
  'changeCaregiver',
  ['caregivers'],
  async (db, { id, change, now }: PersonChange<Caregiver>): WriteResult => {
    if (change.archived && (await countOtherActive(db, 'caregivers', id)) === 0)
      return refused({ code: 'lastCaregiver' });
    return changeRow(db, 'caregivers', id, change, now);
  },
);

const freeColor = (used: readonly string[]) => COLORS.find((color) => !used.includes(color)) ?? 'grey';

async function countOtherActive(db: InfernalDatabase, table: 'children' | 'caregivers', id: string): Promise<number> {
  const rows: (Child | Caregiver)[] = await db.table(table).toArray();
  return rows.filter((row) => row.id !== id && row.deletedAt === null && !row.archived).length;
}

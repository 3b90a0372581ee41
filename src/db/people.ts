import { newCaregiver, newChild } from '@/domain/defaults';
import { moveHousehold } from '@/domain/moveHousehold';
import { type Result, refused } from '@/domain/refusal';
import { COLORS } from '@/domain/rows/fields';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import { parseRow } from '@/domain/rows/parseRow';
import type { Undo } from '@/domain/undo';
import { isTimeZone } from '@/lib/deviceZone';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import type { Made } from './late';
import { readLogStart } from './logQueries';
import { changeRow, writeRow } from './writeRow';

type WriteResult = Promise<Result<{ undo: Undo }>>;

/**
 * The settings that `changeHousehold` can change. The rotation is not one of them, because changing
 * it also writes nights (`rota.ts`).
 */
export type HouseholdChange = Partial<
  Omit<Household, 'id' | 'updatedAt' | 'deletedAt' | 'rotation' | 'since' | 'formerZones'>
>;

/**
 * Changes settings of the household. With another time zone, the household goes by it from tonight
 * on, and past nights keep theirs; before anything was logged, there are no past nights.
 */
export const changeHousehold = command(
  'changeHousehold',
  ['household', 'incidents', 'nights'],
  async (db, { change, ...made }: Made & { change: HouseholdChange }): WriteResult => {
    const before = parseRow('household', await db.household.get('household'));
    const { timeZone } = change;
    if (timeZone === undefined || !before.ok || timeZone === before.row.timeZone) return putSettings(db, change, made);
    if (!isTimeZone(timeZone)) return refused({ code: 'badValue', path: 'timeZone' });
    const logStart = await readLogStart(db);
    const hasNights = logStart.detectedAt !== null || logStart.night !== null;
    const zones = hasNights ? moveHousehold(before.row, timeZone, made.now) : { timeZone, formerZones: [] };
    return putSettings(db, { ...change, ...zones }, made);
  },
);

/** Files every night under the household's present zone, as after a zone that was set wrong. */
export const forgetFormerZones = command(
  'forgetFormerZones',
  ['household'],
  async (db, { now }: { now: Instant }): WriteResult => putSettings(db, { formerZones: [] }, { now }),
  { retryAtStart: false },
);

/**
 * Writes the household's settings. A restored file may contain settings marked deleted; writing
 * them makes them valid again. The caller has opened a transaction over the household.
 */
export const putSettings = (
  db: InfernalDatabase,
  change: Partial<Pick<Household, 'rotation' | 'formerZones'>> & HouseholdChange,
  made: Made,
): Promise<Result<{ undo: Undo<'household'> }>> =>
  changeRow(db, 'household', 'household', { ...change, deletedAt: null }, made);

type NewPerson<T extends Child | Caregiver> = {
  id: string;
  name: string;
  details?: Partial<Omit<T, 'id' | 'name' | 'updatedAt' | 'deletedAt'>>;
  now: Instant;
};

/**
 * Adds a child. Unless a colour is given, the child gets the first colour that no other child has.
 */
export const addChild = command(
  'addChild',
  ['children'],
  async (db, { id, name, details = {}, now }: NewPerson<Child>): WriteResult => {
    const used = (await db.children.toArray()).map(({ color }) => color);
    return writeRow(db, 'children', null, { ...newChild(id, name.trim(), freeColor(used), now), ...details });
  },
);

/** Adds a caregiver. Unless a colour is given, it is the first one that no other caregiver has. */
export const addCaregiver = command(
  'addCaregiver',
  ['caregivers'],
  async (db, { id, name, details = {}, now }: NewPerson<Caregiver>): WriteResult => {
    const used = (await db.caregivers.toArray()).map(({ color }) => color);
    return writeRow(db, 'caregivers', null, { ...newCaregiver(id, name.trim(), freeColor(used), now), ...details });
  },
);

type PersonChange<T extends Child | Caregiver> = Made & {
  id: string;
  change: Partial<Omit<T, 'id' | 'updatedAt' | 'deletedAt'>>;
};

/** Changes a child. Refuses to archive the last active child: every incident needs one. */
export const changeChild = command(
  'changeChild',
  ['children'],
  async (db, { id, change, ...made }: PersonChange<Child>): WriteResult => {
    if (change.archived && (await countOtherActive(db, 'children', id)) === 0) return refused({ code: 'lastChild' });
    return changeRow(db, 'children', id, change, made);
  },
);

/** Changes a caregiver. Refuses to archive the last active caregiver. */
export const changeCaregiver = command(
  'changeCaregiver',
  ['caregivers'],
  async (db, { id, change, ...made }: PersonChange<Caregiver>): WriteResult => {
    if (change.archived && (await countOtherActive(db, 'caregivers', id)) === 0)
      return refused({ code: 'lastCaregiver' });
    return changeRow(db, 'caregivers', id, change, made);
  },
);

const freeColor = (used: readonly string[]) => COLORS.find((color) => !used.includes(color)) ?? 'grey';

async function countOtherActive(db: InfernalDatabase, table: 'children' | 'caregivers', id: string): Promise<number> {
  const rows: (Child | Caregiver)[] = await db.table(table).toArray();
  return rows.filter((row) => row.id !== id && row.deletedAt === null && !row.archived).length;
}

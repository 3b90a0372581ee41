import type { InfernalDatabase } from '@/db/database';
import { command } from '@/db/door';
import type { PhoneRow } from '@/db/syncTables';
import { ok, type Result } from '@/domain/refusal';
import type { Instant } from '@/lib/time';
import { readCursor, readSharing } from './readSharing';

/** A phone of the household, as it last told of itself. */
export interface Phone {
  id: string;
  name: string;
  /** Whose phone it is; null: nobody's in particular. */
  caregiverId: string | null;
  isThis: boolean;
  lastContactAt: Instant;
  appVersion: string;
  /** True if it once held something else than this phone, although both had heard everything. */
  differs: boolean;
}

/** Returns the phones of the household, this one first, then those heard of last. */
export async function readPhones(db: InfernalDatabase): Promise<Phone[]> {
  const [sharing, { seen }, rows] = await Promise.all([readSharing(db), readCursor(db), db.phones.toArray()]);
  if (!sharing) return [];
  const sums = new Map(seen.map(({ head, sum }) => [head, sum]));
  return rows
    .filter(({ deletedAt }) => deletedAt === null)
    .map((row) => ({
      id: row.id,
      name: row.name,
      caregiverId: row.caregiverId,
      isThis: row.id === sharing.phoneId,
      lastContactAt: row.lastContactAt,
      appVersion: row.appVersion,
      differs: row.id !== sharing.phoneId && (sums.get(row.head) ?? row.sum) !== row.sum,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.lastContactAt - a.lastContactAt);
}

/** Returns the ids of the phones of a caregiver. */
export async function readPhonesOf(db: InfernalDatabase, caregiverId: string): Promise<string[]> {
  const rows = await db.phones.filter((row) => row.deletedAt === null && row.caregiverId === caregiverId).toArray();
  return rows.map(({ id }) => id);
}

/** Writes what a phone tells of itself, once the server has it. */
export const putPhone = command(
  'putPhone',
  ['phones'],
  async (db, { row }: { row: PhoneRow }): Promise<Result<null>> => {
    await db.phones.put(row);
    return ok(null);
  },
  { retryAtStart: false },
);

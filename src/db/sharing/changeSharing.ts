import { command } from '@/db/door';
import type { Sharing, SharingEnded } from '@/db/syncTables';
import { ok, type Result } from '@/domain/refusal';
import { TABLE_NAMES } from '@/domain/rows/tables';
import { forgetHousehold, SHARING_TABLES } from './forgetHousehold';
import { isSharing, readSharing } from './readSharing';

/* How this phone changes the way it shares its log, and how that ends. */

const BY_DAY = { retryAtStart: false };

/** Changes how this phone shares: its name, whose it is, or that everything is heard now. */
export const changeSharing = command(
  'changeSharing',
  ['meta'],
  async (db, change: Partial<Omit<Sharing, 'id'>>): Promise<Result<null>> => {
    const sharing = await readSharing(db);
    if (sharing) await db.meta.put({ ...sharing, ...change });
    return ok(null);
  },
  BY_DAY,
);

/**
 * Ends the sharing. The log of this phone stays as it is.
 *
 * @param ended why, if nobody said so on this phone; only if it still shares this household
 */
export const endSharing = command(
  'endSharing',
  [...TABLE_NAMES, ...SHARING_TABLES],
  async (db, { ended, householdId }: { ended: SharingEnded | null; householdId?: string }): Promise<Result<null>> => {
    if (householdId !== undefined && !(await isSharing(db, householdId))) return ok(null);
    await forgetHousehold(db);
    if (ended) await db.meta.put(ended);
    return ok(null);
  },
  BY_DAY,
);

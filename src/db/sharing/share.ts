import type { InfernalDatabase } from '@/db/database';
import { command } from '@/db/door';
import { outboxKey } from '@/db/outbox';
import { savePreviousLog } from '@/db/previousLog';
import { toStoredIncident } from '@/db/storedIncident';
import type { FormerHousehold, Sharing } from '@/db/syncTables';
import { defaultHousehold } from '@/domain/defaults';
import { rowsOf } from '@/domain/mergeLogs';
import { ok, type Result } from '@/domain/refusal';
import { type HouseholdLog, TABLE_NAMES } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { EMPTY_CURSOR } from './cursor';
import { forgetHousehold, SHARING_TABLES } from './forgetHousehold';
import { readSharing } from './readSharing';

/*
 * How this phone begins to share its log, or goes on under another secret. All of it is done by
 * day.
 */

const ALL_TABLES = [...TABLE_NAMES, ...SHARING_TABLES];
const BY_DAY = { retryAtStart: false };

/** Begins to share the log as it is: every row is to be sent. */
export const beginSharing = command(
  'beginSharing',
  ALL_TABLES,
  async (db, { sharing }: { sharing: Sharing }): Promise<Result<null>> => {
    await forgetHousehold(db);
    await noteAllRows(db);
    await db.meta.bulkPut([sharing, EMPTY_CURSOR]);
    return ok(null);
  },
  BY_DAY,
);

async function noteAllRows(db: InfernalDatabase): Promise<void> {
  for (const table of TABLE_NAMES) {
    const ids = await db.table<unknown, string>(table).toCollection().primaryKeys();
    await db.outbox.bulkPut(ids.map((id) => ({ key: outboxKey(table, id) })));
  }
}

export interface JoinHousehold {
  sharing: Sharing;
  /** What this phone brings along; null: nothing. Its people are matched already. */
  brings: HouseholdLog | null;
  timeZone: string;
  now: Instant;
}

/**
 * Begins to take in the log of a household. The log of this phone is kept as the previous one, and
 * becomes part of the household's as far as it is brought along. Its settings are not: until those
 * of the household arrive there are default ones, which lose against any other.
 */
export const joinHousehold = command(
  'joinHousehold',
  ALL_TABLES,
  async (db, { sharing, brings, timeZone, now }: JoinHousehold): Promise<Result<null>> => {
    await forgetHousehold(db);
    await savePreviousLog(db, now);
    for (const table of TABLE_NAMES) await db.table(table).clear();
    if (brings) {
      for (const table of TABLE_NAMES) {
        const rows = table === 'incidents' ? brings.incidents.map(toStoredIncident) : rowsOf(brings, table);
        if (table !== 'household') await db.table<unknown>(table).bulkPut([...rows]);
      }
      await noteAllRows(db);
    }
    await db.household.put(defaultHousehold(timeZone, 0 as Instant, null));
    await db.meta.bulkPut([{ ...sharing, isJoining: true }, EMPTY_CURSOR]);
    return ok(null);
  },
  BY_DAY,
);

interface MoveToSecret extends Pick<Sharing, 'householdId' | 'secret'> {
  /** The id of the household that has moved. */
  from: string;
  /** The phones that are to follow, if this phone deletes the old household; otherwise null. */
  former: Omit<FormerHousehold, 'id' | 'secret'> | null;
}

/** The household has a new secret: everything is sent and heard again under it. */
export const moveToSecret = command(
  'moveToSecret',
  ALL_TABLES,
  async (db, { from, householdId, secret, former }: MoveToSecret): Promise<Result<null>> => {
    const sharing = await readSharing(db);
    // It was followed already.
    if (sharing?.householdId !== from) return ok(null);
    for (const table of [db.documents, db.later, db.phones]) await table.clear();
    await noteAllRows(db);
    await db.meta.bulkPut([{ ...sharing, householdId, secret }, EMPTY_CURSOR]);
    if (former) await db.meta.put({ id: 'formerHousehold', secret: sharing.secret, ...former });
    return ok(null);
  },
  BY_DAY,
);

/** The former household is deleted on the server. */
export const forgetFormerHousehold = command(
  'forgetFormerHousehold',
  ['meta'],
  async (db): Promise<Result<null>> => {
    await db.meta.delete('formerHousehold');
    return ok(null);
  },
  BY_DAY,
);

import type { InfernalDatabase } from '@/db/database';
import { command } from '@/db/door';
import type { KnownDocument, SyncCursor } from '@/db/syncTables';
import { ok, type Result, refused } from '@/domain/refusal';
import { TABLE_NAMES } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { forgetDocuments, putDocuments, withSeen } from './cursor';
import { isSharing, type OutgoingRow, readCursor, readRows } from './readSharing';

/** What the server has taken of a push. */
export interface Sent {
  householdId: string;
  rows: readonly OutgoingRow[];
  documents: readonly KnownDocument[];
  /** The ids of documents that the server does not have, although this phone knew a version. */
  lost: readonly string[];
  /** The `head` after this push if nobody else has written since the cursor, else null. */
  cursor: number | null;
}

/**
 * Notes that rows are on the server. A row that was changed while it was on its way stays in the
 * outbox.
 */
export const noteSent = command(
  'noteSent',
  [...TABLE_NAMES, 'meta', 'outbox', 'documents', 'later'],
  async (db, { householdId, rows, documents, lost, cursor }: Sent): Promise<Result<null>> => {
    if (!(await isSharing(db, householdId))) return refused({ code: 'changedSince' });
    await db.outbox.bulkDelete(await keysOfUnchanged(db, rows));
    const ids = documents.map(({ id }) => id);
    // What was damaged there is whole again.
    await db.later.bulkDelete(ids);
    const before = await readCursor(db);
    const without = await forgetDocuments(db, lost, before.sum);
    const sum = await putDocuments(db, documents, await db.documents.bulkGet(ids), without);
    await db.meta.put({ ...before, sum, cursor: cursor ?? before.cursor });
    return ok(null);
  },
  { retryAtStart: false },
);

/** The keys of the rows that are still as they were sent. */
async function keysOfUnchanged(db: InfernalDatabase, rows: readonly OutgoingRow[]): Promise<string[]> {
  const present = await readRows(
    db,
    rows.map(({ table, row }) => ({ table, id: row.id })),
  );
  return rows.flatMap(({ key, row }, index) => {
    const now = present[index];
    return now && JSON.stringify(now) === JSON.stringify(row) ? [key] : [];
  });
}

export interface Same {
  householdId: string;
  now: Instant;
  head: number;
  sum: string;
}

/** Notes that this phone and the server are the same. */
export const noteSame = command(
  'noteSame',
  ['meta'],
  async (db, { householdId, now, head, sum }: Same): Promise<Result<null>> => {
    if (!(await isSharing(db, householdId))) return refused({ code: 'changedSince' });
    const before: SyncCursor = await readCursor(db);
    await db.meta.put(withSeen({ ...before, sameAt: now }, head, sum));
    return ok(null);
  },
  { retryAtStart: false },
);

/** What a phone told it had heard before the server was restored. */
const UNKNOWN_HEAD = -1;

export interface Repair {
  householdId: string;
  /** Documents that the server does not have, with the notes of their rows. */
  lost: readonly { id: string; key: string | null }[];
  /** Whether the server has documents that this phone has not heard as they are. */
  hearAgain: boolean;
  /** The server's `head`, which may be behind what this phone has heard. */
  head: number;
}

/**
 * Begins the repair after the server has lost something, or was restored: what it lost is sent
 * again, and what it has otherwise is heard again from the beginning.
 */
export const beginRepair = command(
  'beginRepair',
  ['meta', 'outbox', 'documents', 'phones'],
  async (db, { householdId, lost, hearAgain, head }: Repair): Promise<Result<null>> => {
    if (!(await isSharing(db, householdId))) return refused({ code: 'changedSince' });
    const before = await readCursor(db);
    const ids = lost.map(({ id }) => id);
    const sum = await forgetDocuments(db, ids, before.sum);
    await db.outbox.bulkPut(lost.flatMap(({ key }) => (key === null ? [] : [{ key }])));
    // The heads begin to count anew: what was held at the old ones says nothing any more.
    await db.phones.toCollection().modify({ head: UNKNOWN_HEAD });
    await db.meta.put({ ...before, sum, seen: [], cursor: hearAgain ? 0 : Math.min(before.cursor, head) });
    return ok(null);
  },
  { retryAtStart: false },
);

import type { InfernalDatabase } from '@/db/database';
import type { KnownDocument, SyncCursor } from '@/db/syncTables';

/* Where this phone stands in the household's documents. Commands change it in their transaction. */

const NO_SUM = new Uint8Array(16);

/** Nothing has been heard yet. */
export const EMPTY_CURSOR: SyncCursor = { id: 'syncCursor', cursor: 0, sum: NO_SUM, sameAt: null, seen: [] };

/** How many of the last heads are remembered, to compare them with what other phones saw. */
const SEEN_MAX = 100;

/** Returns the cursor with another head seen, unless it is there already. */
export function withSeen(cursor: SyncCursor, head: number, sum: string): SyncCursor {
  if (cursor.seen.some((known) => known.head === head)) return cursor;
  return { ...cursor, seen: [...cursor.seen, { head, sum }].slice(-SEEN_MAX) };
}

/**
 * Remembers documents as the server has them now, and returns the sum that this makes. The caller
 * has opened a transaction over the documents, and read in it those that were `known` so far.
 */
export async function putDocuments(
  db: InfernalDatabase,
  documents: readonly KnownDocument[],
  known: readonly (KnownDocument | undefined)[],
  sum: SyncCursor['sum'],
): Promise<SyncCursor['sum']> {
  await db.documents.bulkPut([...documents]);
  return [...known, ...documents].reduce((total, document) => (document ? toggle(total, document.tag) : total), sum);
}

/** Forgets documents that the server does not have, and returns the sum that this makes. */
export async function forgetDocuments(
  db: InfernalDatabase,
  ids: readonly string[],
  sum: SyncCursor['sum'],
): Promise<SyncCursor['sum']> {
  const known = await db.documents.bulkGet([...ids]);
  await db.documents.bulkDelete([...ids]);
  return known.reduce((total, document) => (document ? toggle(total, document.tag) : total), sum);
}

/** The same as `toggleInSum` of the protocol, which the tables do not know. */
const toggle = (sum: SyncCursor['sum'], tag: Uint8Array): SyncCursor['sum'] =>
  sum.map((byte, index) => byte ^ (tag[index] ?? 0));

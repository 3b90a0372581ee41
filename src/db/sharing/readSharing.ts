import type { InfernalDatabase } from '@/db/database';
import { rowOfNote, SHARING_KEY } from '@/db/outbox';
import { withoutIndexFields } from '@/db/storedIncident';
import type { FormerHousehold, KnownDocument, LaterDocument, Sharing, SharingEnded, SyncCursor } from '@/db/syncTables';
import { parseRow } from '@/domain/rows/parseRow';
import type { RowOf, TableName } from '@/domain/rows/tables';
import { EMPTY_CURSOR } from './cursor';

/** Returns as whom this phone shares its log; null if it does not. */
export async function readSharing(db: InfernalDatabase): Promise<Sharing | null> {
  const found = await db.meta.get(SHARING_KEY);
  return found?.id === SHARING_KEY ? found : null;
}

/**
 * Whether this phone still shares this household. A round that began before it moved to another
 * secret must write nothing into what is heard of the next one.
 */
export const isSharing = async (db: InfernalDatabase, householdId: string): Promise<boolean> =>
  (await readSharing(db))?.householdId === householdId;

export async function readCursor(db: InfernalDatabase): Promise<SyncCursor> {
  const found = await db.meta.get('syncCursor');
  return found?.id === 'syncCursor' ? found : EMPTY_CURSOR;
}

/** A row that is to be sent. */
export interface OutgoingRow {
  /** The key of its note in the outbox. */
  key: string;
  table: TableName;
  row: RowOf<TableName>;
}

/**
 * Returns the next rows to send, of at most `limit` notes after the note with the key `after`, and
 * the key to go on after; null at the end. A row that cannot be read is not sent: only its own
 * phone can tell what it was. Its note stays.
 */
export async function readOutgoing(
  db: InfernalDatabase,
  limit: number,
  after: string,
): Promise<{ rows: OutgoingRow[]; next: string | null }> {
  const notes = await db.outbox.where('key').above(after).limit(limit).toArray();
  const rows = await Promise.all(
    notes.map(async (note): Promise<OutgoingRow[]> => {
      const { table, id } = rowOfNote(note);
      const parsed = parseRow<TableName>(table, withoutIndexFields(await db.table(table).get(id)));
      return parsed.ok ? [{ key: note.key, table, row: parsed.row }] : [];
    }),
  );
  return { rows: rows.flat(), next: notes.at(-1)?.key ?? null };
}

export const readKnownDocuments = async (db: InfernalDatabase, ids: readonly string[]): Promise<KnownDocument[]> =>
  (await db.documents.bulkGet([...ids])).filter((document) => document !== undefined);

export const readAllDocuments = (db: InfernalDatabase): Promise<KnownDocument[]> => db.documents.toArray();

/** Returns what this app could not read, oldest first. */
export const readLater = async (db: InfernalDatabase): Promise<LaterDocument[]> =>
  (await db.later.toArray()).sort((a, b) => a.seq - b.seq);

/** Returns the household before a phone was removed, if this phone is to delete it; else null. */
export async function readFormerHousehold(db: InfernalDatabase): Promise<FormerHousehold | null> {
  const found = await db.meta.get('formerHousehold');
  return found?.id === 'formerHousehold' ? found : null;
}

/** Returns why this phone no longer shares, although nobody said so on it; null otherwise. */
export async function readSharingEnded(db: InfernalDatabase): Promise<SharingEnded | null> {
  const found = await db.meta.get('sharingEnded');
  return found?.id === 'sharingEnded' ? found : null;
}

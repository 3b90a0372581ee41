import type { InfernalDatabase } from '@/db/database';
import { outboxKey, rowOfNote, SHARING_KEY } from '@/db/outbox';
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
  const rows = await readRows(db, notes.map(rowOfNote));
  return {
    rows: notes.flatMap((note, index) => {
      const row = rows[index];
      return row ? [{ key: note.key, table: rowOfNote(note).table, row }] : [];
    }),
    next: notes.at(-1)?.key ?? null,
  };
}

/** Returns rows of several tables in the order of their places; null for one that is unreadable. */
export async function readRows(
  db: InfernalDatabase,
  places: readonly { table: TableName; id: string }[],
): Promise<(RowOf<TableName> | null)[]> {
  const rows = new Map<string, RowOf<TableName>>();
  for (const table of new Set(places.map((place) => place.table))) {
    const ids = places.flatMap((place) => (place.table === table ? [place.id] : []));
    for (const raw of await db.table<unknown, string>(table).bulkGet(ids)) {
      const parsed = parseRow<TableName>(table, withoutIndexFields(raw));
      if (parsed.ok) rows.set(outboxKey(table, parsed.row.id), parsed.row);
    }
  }
  return places.map(({ table, id }) => rows.get(outboxKey(table, id)) ?? null);
}

export const readKnownDocuments = async (db: InfernalDatabase, ids: readonly string[]): Promise<KnownDocument[]> =>
  (await db.documents.bulkGet([...ids])).filter((document) => document !== undefined);

export const readAllDocuments = (db: InfernalDatabase): Promise<KnownDocument[]> => db.documents.toArray();

/** Returns which of these documents a newer app wrote, so that this one cannot read them. */
export async function readTooNew(db: InfernalDatabase, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const later = await db.later.bulkGet([...ids]);
  return new Set(later.flatMap((document) => (document?.reason === 'tooNew' ? [document.id] : [])));
}

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

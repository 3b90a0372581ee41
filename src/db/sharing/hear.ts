import type { InfernalDatabase } from '@/db/database';
import { command } from '@/db/door';
import { outboxKey, writesAreHeard } from '@/db/outbox';
import { toStoredIncident, withoutIndexFields } from '@/db/storedIncident';
import type { KnownDocument, LaterDocument, PhoneRow } from '@/db/syncTables';
import { mergeVersions } from '@/domain/mergeLogs';
import { mergeRows } from '@/domain/mergeRows';
import { ok, type Result, refused } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';
import { parseRow } from '@/domain/rows/parseRow';
import { type RowOf, TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import { putDocuments } from './cursor';
import { joinStoredIncidents } from './joinStored';
import { isSharing, readCursor } from './readSharing';

/*
 * What this phone hears of the household is written here, in one transaction with how far it has
 * heard. A kill between any two steps therefore leaves both as they were, or both as they are now.
 */

type Row = RowOf<TableName>;

/** What a document says. */
export type HeardContent =
  | { kind: 'row'; table: TableName; row: Row }
  | { kind: 'phone'; row: PhoneRow }
  /** It cannot be read by this app, and is kept as it came. */
  | { kind: 'later'; document: LaterDocument }
  /** It has nothing for the log, such as the word that the household has moved. */
  | { kind: 'none' };

export interface HeardDocument {
  document: KnownDocument;
  content: HeardContent;
}

export interface Heard {
  householdId: string;
  documents: readonly HeardDocument[];
  /** The `seq` up to which everything is heard by now; null if these are no next ones. */
  cursor: number | null;
  /** Whether they could not be read before, and are known otherwise. */
  again?: boolean;
}

/**
 * Merges the rows of documents into the log, and remembers the documents. A row that this phone has
 * changed since stays in the outbox, merged, and so does what the joining of two incidents makes.
 */
export const hear = command(
  'hear',
  [...TABLE_NAMES, 'meta', 'outbox', 'documents', 'later', 'phones'],
  async (db, { householdId, documents, cursor, again = false }: Heard): Promise<Result<null>> => {
    if (!(await isSharing(db, householdId))) return refused({ code: 'changedSince' });
    writesAreHeard();
    const known = await db.documents.bulkGet(documents.map(({ document }) => document.id));
    // What this phone has sent itself comes back, too.
    const news = documents.filter(({ document }, index) => again || !hasSameTag(document, known[index]));
    for (const table of TABLE_NAMES) await hearRows(db, table, rowsOf(news, table));
    for (const { content } of news) if (content.kind === 'phone') await hearPhone(db, content.row);
    await deleteKeys(
      db.later,
      news.map(({ document }) => document.id),
    );
    const unread = news.flatMap(({ content }) => (content.kind === 'later' ? [content.document] : []));
    await db.later.bulkPut(unread);
    await sendOverDamaged(db, unread, known);
    if (rowsOf(news, 'incidents').length > 0) {
      const joined = await joinStoredIncidents(db);
      await db.outbox.bulkPut(joined.map(({ id }) => ({ key: outboxKey('incidents', id) })));
    }
    const before = await readCursor(db);
    const sum = await putDocuments(
      db,
      documents.map(({ document }, index) => ({ ...document, row: document.row ?? known[index]?.row ?? null })),
      known,
      before.sum,
    );
    await db.meta.put({ ...before, sum, cursor: cursor ?? before.cursor });
    return ok(null);
  },
  { retryAtStart: false },
);

const hasSameTag = ({ tag }: KnownDocument, known: KnownDocument | undefined): boolean =>
  known?.tag.every((byte, index) => byte === tag[index]) ?? false;

const rowsOf = (documents: readonly HeardDocument[], table: TableName): Row[] =>
  documents.flatMap(({ content }) => (content.kind === 'row' && content.table === table ? [content.row] : []));

async function hearRows(db: InfernalDatabase, table: TableName, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const stored = await db.table<unknown, string>(table).bulkGet(rows.map(({ id }) => id));
  const changed: Row[] = [];
  const toSend: string[] = [];
  const sent: string[] = [];
  for (const [index, row] of rows.entries()) {
    const raw = stored[index];
    const parsed = raw === undefined ? null : parseRow<TableName>(table, withoutIndexFields(raw));
    // A row that cannot be read here is replaced by the one that can.
    const merged = parsed?.ok ? mergeVersions(table, parsed.row, row) : row;
    if (!parsed?.ok || !isSame(parsed.row, merged)) changed.push(merged);
    (isSame(row, merged) ? sent : toSend).push(outboxKey(table, row.id));
  }
  await db
    .table<unknown>(table)
    .bulkPut(table === 'incidents' ? (changed as Incident[]).map(toStoredIncident) : changed);
  await deleteKeys(db.outbox, sent);
  await db.outbox.bulkPut(toSend.map((key) => ({ key })));
}

/** On a phone that hears a whole log there is nothing to delete, which would take a fifth of it. */
async function deleteKeys(table: InfernalDatabase['outbox' | 'later'], keys: string[]): Promise<void> {
  if ((await table.count()) > 0) await table.bulkDelete(keys);
}

/** Compares two rows that were both parsed by their schema, so their fields are in one order. */
const isSame = (a: Row, b: Row): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

async function hearPhone(db: InfernalDatabase, row: PhoneRow): Promise<void> {
  const known = await db.phones.get(row.id);
  await db.phones.put(known ? mergeRows(known, row) : row);
}

/** What was damaged or swapped on the server is sent again, if this phone has the row. */
async function sendOverDamaged(
  db: InfernalDatabase,
  unread: readonly LaterDocument[],
  known: readonly (KnownDocument | undefined)[],
): Promise<void> {
  const rows = new Map(known.map((document) => [document?.id, document?.row]));
  const notes = unread.flatMap(({ id, reason }) => {
    const row = rows.get(id);
    return reason === 'refused' && row && isTable(row.table) ? [{ key: outboxKey(row.table, row.id) }] : [];
  });
  await db.outbox.bulkPut(notes);
}

const isTable = (name: string): name is TableName => (TABLE_NAMES as string[]).includes(name);

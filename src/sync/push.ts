import { SCHEMA_GENERATION } from '@/db/schema';
import { hear } from '@/db/sharing/hear';
import { type OutgoingRow, readCursor, readKnownDocuments, readOutgoing, readTooNew } from '@/db/sharing/readSharing';
import { noteSent } from '@/db/sharing/sent';
import type { KnownDocument } from '@/db/syncTables';
import type { SentDoc, StoredDoc } from '@/protocol/api';
import { MAX_BODY_CHARS, MAX_DOCS, MAX_REQUEST_BYTES } from '@/protocol/limits';
import { EMPTY_SUM } from '@/protocol/sum';
import { type Done, done, STORAGE_FAILED, type SyncContext } from './context';
import { documentId, sealDocument, tagOfBody } from './crypto/documents';
import { openDocuments } from './openDocuments';

/** A request has room for this much of documents, beside its own braces. */
const MAX_CHARS = MAX_REQUEST_BYTES - 10_000;
/** Characters of a document in the request beside its body. */
const DOC_CHARS = 80;

export interface Pushed {
  /** How many rows the server has taken. */
  count: number;
  /** Whether another phone had changed a row since: it is merged, and is to be sent again. */
  hadConflicts: boolean;
  /** Whether a row is too large for the server. It stays on this phone. */
  hasTooLarge: boolean;
  /** The server's `head` and `sum` after the last request; null if there was none. */
  last: { head: number; sum: string } | null;
}

/** A row with its document, sealed for the place after the one that this phone knows. */
interface Sealed {
  row: OutgoingRow;
  sent: SentDoc;
  document: KnownDocument;
}

/** Sends what is in the outbox, once, in requests of the size that the server takes. */
export async function push(context: SyncContext): Promise<Done<Pushed>> {
  const { db } = context;
  const total: Pushed = { count: 0, hadConflicts: false, hasTooLarge: false, last: null };
  let after = '';
  let limit = MAX_DOCS;
  for (;;) {
    const { rows, next } = await readOutgoing(db, limit, after);
    if (next === null) return done(total);
    const { batch, isCut, hasTooLarge } = takeBatch(await sealRows(context, rows));
    total.hasTooLarge ||= hasTooLarge;
    const last = batch.at(-1);
    if (last) {
      const result = await sendBatch(context, batch);
      if (!result.ok && result.failure.kind === 'tooLarge') {
        // In parts it may go: the answer, too, has a limit. A row that does not go alone stays
        // here.
        total.hasTooLarge ||= batch.length === 1;
        if (batch.length === 1) after = last.row.key;
        limit = Math.max(1, Math.floor(batch.length / 2));
        continue;
      }
      if (!result.ok) return result;
      total.count += result.value.count;
      total.hadConflicts ||= result.value.hadConflicts;
      total.last = result.value.last;
    }
    // What did not fit into the request comes next.
    after = isCut && last ? last.row.key : next;
  }
}

/**
 * Sends one row that is in no table of the log. What another phone made of it is heard.
 *
 * @param isHeardAgain whether this phone must hear it as the others do
 */
export async function pushRow(
  context: SyncContext,
  table: string,
  row: { id: string },
  isHeardAgain = false,
): Promise<Done<{ wasTaken: boolean; last: { head: number; sum: string } | null }>> {
  const outgoing = { key: '', table, row } as unknown as OutgoingRow;
  const sealed = await sealRows(context, [outgoing]);
  const result = await sendBatch(context, sealed, isHeardAgain);
  return result.ok ? done({ wasTaken: result.value.count === 1, last: result.value.last }) : result;
}

async function sealRows({ db, keys }: SyncContext, rows: readonly OutgoingRow[]): Promise<Sealed[]> {
  const ids = await Promise.all(rows.map(({ table, row }) => documentId(keys, table, row.id)));
  const known = new Map((await readKnownDocuments(db, ids)).map((document) => [document.id, document]));
  // What a newer app wrote must not be overwritten by what this one makes of an older version.
  const tooNew = await readTooNew(db, ids);
  const sealed = await Promise.all(
    rows.map(async (row, index): Promise<Sealed[]> => {
      const id = ids[index] ?? '';
      if (tooNew.has(id)) return [];
      const n = known.get(id)?.n ?? 0;
      const content = { generation: SCHEMA_GENERATION, table: row.table, row: row.row };
      const body = await sealDocument(keys, { id, n: n + 1 }, content);
      const tag = tagOfBody(body) ?? EMPTY_SUM.slice();
      return [
        { row, sent: { id, n, body }, document: { id, n: n + 1, row: { table: row.table, id: row.row.id }, tag } },
      ];
    }),
  );
  return sealed.flat();
}

/** Takes as many documents from the beginning as fit into one request. */
function takeBatch(sealed: readonly Sealed[]): { batch: Sealed[]; isCut: boolean; hasTooLarge: boolean } {
  const sendable = sealed.filter(({ sent }) => sent.body.length <= MAX_BODY_CHARS);
  let chars = 0;
  const batch = sendable.filter(({ sent }) => {
    chars += sent.body.length + DOC_CHARS;
    return chars <= MAX_CHARS;
  });
  return { batch, isCut: batch.length < sendable.length, hasTooLarge: sendable.length < sealed.length };
}

async function sendBatch(
  { db, keys, client }: SyncContext,
  batch: readonly Sealed[],
  isHeardAgain = false,
): Promise<Done<{ count: number; hadConflicts: boolean; last: { head: number; sum: string } }>> {
  const { cursor } = await readCursor(db);
  const answer = await client.push(batch.map(({ sent }) => sent));
  if (!answer.ok) return answer;
  const { head, sum, conflicts } = answer.value;
  const conflicting = new Map(conflicts.map((doc) => [doc.id, doc]));
  const taken = batch.filter(({ sent }) => !conflicting.has(sent.id));
  const { householdId } = keys;
  const written = await noteSent(db, {
    householdId,
    // A row without a note is in no table of the log.
    rows: taken.flatMap(({ row }) => (row.key === '' ? [] : [row])),
    documents: taken.map(({ document }) => document),
    lost: conflicts.filter(({ body }) => body === '').map(({ id }) => id),
    cursor: conflicts.length === 0 && head === cursor + taken.length && !isHeardAgain ? head : null,
  });
  if (!written.ok) return STORAGE_FAILED;
  const present = conflicts.filter((doc): doc is StoredDoc => doc.body !== '');
  if (present.length > 0) {
    const { documents } = await openDocuments(keys, present);
    if (!(await hear(db, { householdId, documents, cursor: null })).ok) return STORAGE_FAILED;
  }
  return done({ count: taken.length, hadConflicts: conflicts.length > 0, last: { head, sum } });
}

import * as v from 'valibot';
import { SCHEMA_GENERATION } from '@/db/schema';
import type { HeardContent, HeardDocument } from '@/db/sharing/hear';
import type { PhoneRow } from '@/db/syncTables';
import { instant } from '@/domain/rows/fields';
import { parseRow } from '@/domain/rows/parseRow';
import { TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import type { StoredDoc } from '@/protocol/api';
import { EMPTY_SUM } from '@/protocol/sum';
import { type DocumentContent, openDocument, tagOfBody } from './crypto/documents';
import type { HouseholdKeys } from './crypto/householdKeys';
import { MOVES_TABLE, type Move, moveSchema } from './move';

export const PHONES_TABLE = 'phones';

const phoneSchema = v.object({
  id: v.string(),
  updatedAt: instant,
  deletedAt: v.nullable(instant),
  name: v.string(),
  caregiverId: v.nullable(v.string()),
  lastContactAt: instant,
  appVersion: v.string(),
  publicKey: v.string(),
  head: v.number(),
  sum: v.string(),
});

export interface OpenedDocuments {
  documents: HeardDocument[];
  /** The word that the household goes on under another secret; null if there is none. */
  move: Move | null;
}

/**
 * Opens documents as the server gave them and parses what they say. What this app cannot read is
 * kept: a newer one may.
 */
export async function openDocuments(keys: HouseholdKeys, docs: readonly StoredDoc[]): Promise<OpenedDocuments> {
  const opened = await Promise.all(docs.map((doc) => openOne(keys, doc)));
  return {
    documents: opened.map(({ heard }) => heard),
    move: opened.findLast(({ move }) => move !== null)?.move ?? null,
  };
}

async function openOne(keys: HouseholdKeys, doc: StoredDoc): Promise<{ heard: HeardDocument; move: Move | null }> {
  const opened = await openDocument(keys, doc);
  const tag = tagOfBody(doc.body) ?? EMPTY_SUM.slice();
  const row = opened.ok ? { table: opened.content.table, id: opened.content.row.id } : null;
  const document = { id: doc.id, n: doc.n, row, tag };
  const later = (reason: 'tooNew' | 'refused') => ({
    heard: { document, content: { kind: 'later', document: { ...doc, reason } } } as HeardDocument,
    move: null,
  });
  if (!opened.ok) return later(opened.reason);
  if (opened.content.generation > SCHEMA_GENERATION) return later('tooNew');
  if (opened.content.table === MOVES_TABLE) {
    const move = v.safeParse(moveSchema, opened.content.row);
    return { heard: { document, content: { kind: 'none' } }, move: move.success ? move.output : null };
  }
  const content = parseContent(opened.content);
  // It was sealed by a phone of ours, so its app knows more of the row than this one does.
  return content ? { heard: { document, content }, move: null } : later('tooNew');
}

function parseContent({ table, row }: DocumentContent): HeardContent | null {
  if (table === PHONES_TABLE) {
    const phone = v.safeParse(phoneSchema, row);
    return phone.success ? { kind: 'phone', row: phone.output as PhoneRow } : null;
  }
  if (!isTable(table)) return null;
  const parsed = parseRow<TableName>(table, row);
  return parsed.ok ? { kind: 'row', table, row: parsed.row } : null;
}

const isTable = (name: string): name is TableName => (TABLE_NAMES as string[]).includes(name);

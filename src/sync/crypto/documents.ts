import * as v from 'valibot';
import { tagOf } from '@/protocol/sum';
import { type Bytes, fromBase64url, toBase64url } from './base64url';
import { concat, utf8 } from './bytes';
import type { HouseholdKeys } from './householdKeys';
import { fromPaddedJson, toPaddedJson } from './paddedJson';
import { type Opened, open, REFUSED, seal } from './seal';

const ID_BYTES = 16;

const hasId = (row: unknown) => typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string';

const contentSchema = v.object({
  /** The generation of the rows that the sealing app writes; an older app may not understand it. */
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** A name without a slash, so that no two pairs of table and row have the same id. */
  table: v.pipe(v.string(), v.regex(/^[^/]+$/)),
  /**
   * The row as JSON. It is handed on as it came; who reads it parses it with its table's schema.
   */
  row: v.custom<{ readonly id: string }>(hasId),
});

/** What a document says: one row of one table. */
export type DocumentContent = v.InferOutput<typeof contentSchema>;

/** Where a document is kept. */
export interface DocumentPlace {
  /** From `documentId`. */
  id: string;
  /** The number under which the server stores it: one more than the `n` that a push sends. */
  n: number;
}

/**
 * Returns the id under which the server keeps a row: 16 bytes as base64url. It is the same on all
 * phones of the household, and tells nobody else which row it is.
 */
export async function documentId(keys: Pick<HouseholdKeys, 'idKey'>, table: string, rowId: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', keys.idKey, utf8(`${table}/${rowId}`));
  return toBase64url(new Uint8Array(mac, 0, ID_BYTES));
}

/**
 * Seals a row for one place. Returns the body as base64url.
 *
 * @throws RangeError if `id` is not from `documentId`, or `n` is not a whole number.
 */
export async function sealDocument(
  keys: HouseholdKeys,
  place: DocumentPlace,
  content: DocumentContent,
): Promise<string> {
  const context = contextOf(keys, place);
  if (!context) throw new RangeError('This is no place for a document.');
  const { generation, table, row } = content;
  return toBase64url(await seal(keys.encryptionKey, context, toPaddedJson({ generation, table, row })));
}

/**
 * Opens a document as the server gave it. It never throws: a body that was damaged, cut, swapped
 * with that of another document, count or household, or that says another row than its id, is
 * refused.
 */
export async function openDocument(
  keys: HouseholdKeys,
  { id, n, body }: DocumentPlace & { body: string },
): Promise<Opened<DocumentContent>> {
  const context = contextOf(keys, { id, n });
  const sealed = fromBase64url(body);
  if (!context || !sealed) return REFUSED;
  const opened = await open(keys.encryptionKey, context, sealed);
  if (!opened.ok) return opened;
  const { success, output } = v.safeParse(contentSchema, fromPaddedJson(opened.content));
  if (!success || (await documentId(keys, output.table, output.row.id)) !== id) return REFUSED;
  return { ok: true, content: output };
}

/**
 * Returns the tag of a body for the `sum` of what phone and server hold, without decoding all of
 * it. It can be read from a body that does not open, too; null if the body is not base64url or too
 * short.
 */
export function tagOfBody(body: string): Bytes | null {
  const end = fromBase64url(body.slice(Math.max(0, Math.floor((body.length - 24) / 4) * 4)));
  return end && end.length >= 16 ? (tagOf(end) as Bytes) : null;
}

/** Household (16 bytes) ‖ document (16 bytes) ‖ n (8 bytes): of one length, thus unambiguous. */
function contextOf({ householdId }: HouseholdKeys, { id, n }: DocumentPlace): Bytes | null {
  const household = fromBase64url(householdId);
  const document = fromBase64url(id);
  if (household?.length !== ID_BYTES || document?.length !== ID_BYTES || !Number.isSafeInteger(n) || n < 0) return null;
  const count = new Uint8Array(8);
  new DataView(count.buffer).setBigUint64(0, BigInt(n));
  return concat(household, document, count);
}

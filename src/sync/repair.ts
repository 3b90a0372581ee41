import { outboxKey } from '@/db/outbox';
import { readAllDocuments } from '@/db/sharing/readSharing';
import { beginRepair } from '@/db/sharing/sent';
import { TABLE_NAMES } from '@/domain/rows/tables';
import { type Done, done, STORAGE_FAILED, type SyncContext } from './context';
import { fromBase64url } from './crypto/base64url';

/**
 * Finds out what the server has lost, or has otherwise than this phone, and prepares to send and to
 * hear that again. It is needed when a round ends with another `sum` than the server's: the server
 * was restored from a copy, begun anew, or has lost something.
 */
export async function repair({ db, keys, client }: SyncContext): Promise<Done<null>> {
  const answer = await client.versions();
  if (!answer.ok) return answer;
  const { versions, head } = answer.value;
  const stored = new Map(versions.map(([id, n, tag]) => [id, { n, tag: fromBase64url(tag) }]));
  const documents = await readAllDocuments(db);
  const known = new Map(documents.map((document) => [document.id, document]));
  const isKnown = ([id, { n, tag }]: [string, { n: number; tag: Uint8Array | null }]) => {
    const document = known.get(id);
    return document?.n === n && document.tag.every((byte, index) => byte === tag?.[index]);
  };
  const lost = documents
    .filter(({ id }) => !stored.has(id))
    .map(({ id, row }) => ({
      id,
      key: row && (TABLE_NAMES as string[]).includes(row.table) ? outboxKey(row.table, row.id) : null,
    }));
  const hearAgain = ![...stored].every(isKnown);
  return (await beginRepair(db, { householdId: keys.householdId, lost, hearAgain, head })).ok
    ? done(null)
    : STORAGE_FAILED;
}

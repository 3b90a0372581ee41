import { putPhone } from '@/db/sharing/phones';
import { readSharing } from '@/db/sharing/readSharing';
import type { PhoneRow, Sharing } from '@/db/syncTables';
import { HOUR_MS, type Instant } from '@/lib/time';
import { type Done, done, STORAGE_FAILED, type SyncContext } from './context';
import { documentId } from './crypto/documents';
import { PHONES_TABLE } from './openDocuments';
import { pushRow } from './push';

/** How old the word of the last contact may be. Each word makes the other phones pull once. */
const CONTACT_EVERY_MS = HOUR_MS;

/**
 * Tells the other phones of this one: its name, its app, and what it holds. They compare that with
 * what they hold themselves.
 *
 * @param held the `head` and `sum` of the round that has just ended
 */
export async function announce(
  context: SyncContext,
  { head, sum }: { head: number; sum: string },
): Promise<Done<null>> {
  const { db, now, appVersion } = context;
  const sharing = await readSharing(db);
  if (!sharing) return done(null);
  const known = await db.phones.get(sharing.phoneId);
  // A server that has lost its store has lost this word, too.
  const isThere = await db.documents.get(await documentId(context.keys, PHONES_TABLE, sharing.phoneId));
  const at = now();
  const isFresh = known && Math.abs(at - known.lastContactAt) < CONTACT_EVERY_MS;
  if (isFresh && isThere && known.appVersion === appVersion && saysAlready(known, sharing)) return done(null);
  return tell(context, { ...rowOf(sharing, at, known), appVersion, head, sum });
}

/** Tells the other phones that this one leaves the household. */
export async function announceLeaving(context: SyncContext): Promise<Done<null>> {
  const { db, now } = context;
  const sharing = await readSharing(db);
  const known = sharing && (await db.phones.get(sharing.phoneId));
  return sharing && known ? tell(context, { ...known, ...rowOf(sharing, now(), known), deletedAt: now() }) : done(null);
}

const saysAlready = (known: PhoneRow, { name, caregiverId, publicKey }: Sharing): boolean =>
  known.name === name && known.caregiverId === caregiverId && known.publicKey === publicKey && known.deletedAt === null;

const rowOf = ({ phoneId, name, caregiverId, publicKey }: Sharing, at: Instant, known: PhoneRow | undefined) => ({
  id: phoneId,
  updatedAt: (known && known.updatedAt >= at ? known.updatedAt + 1 : at) as Instant,
  deletedAt: null,
  name,
  caregiverId,
  lastContactAt: at,
  publicKey,
});

async function tell(context: SyncContext, row: PhoneRow): Promise<Done<null>> {
  const pushed = await pushRow(context, PHONES_TABLE, row);
  if (!pushed.ok) return pushed;
  // Otherwise the next round hears what the server has, and tells again.
  if (!pushed.value.wasTaken) return done(null);
  return (await putPhone(context.db, { row })).ok ? done(null) : STORAGE_FAILED;
}

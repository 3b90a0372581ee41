import { hear } from '@/db/sharing/hear';
import { readLater } from '@/db/sharing/readSharing';
import { type Done, done, STORAGE_FAILED, type SyncContext } from './context';
import { openDocuments } from './openDocuments';

/** Reads again what an older version of this app could not read. Called once at each start. */
export async function hearLater({ db, keys }: SyncContext): Promise<Done<null>> {
  const kept = (await readLater(db)).filter(({ reason }) => reason === 'tooNew');
  if (kept.length === 0) return done(null);
  const { documents } = await openDocuments(keys, kept);
  const readable = documents.filter(({ content }) => content.kind !== 'later');
  if (readable.length === 0) return done(null);
  return (await hear(db, { householdId: keys.householdId, documents: readable, cursor: null, again: true })).ok
    ? done(null)
    : STORAGE_FAILED;
}

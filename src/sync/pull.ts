import { hear } from '@/db/sharing/hear';
import { readCursor } from '@/db/sharing/readSharing';
import { MAX_DOCS } from '@/protocol/limits';
import type { HouseholdClient } from './client/client';
import { type Done, done, STORAGE_FAILED, type SyncContext } from './context';
import type { Move } from './move';
import { openDocuments } from './openDocuments';

export interface Pulled {
  /** The server's `head` and `sum` when everything up to it was heard. */
  head: number;
  sum: string;
  move: Move | null;
}

type Reply = Awaited<ReturnType<HouseholdClient['pull']>>;

/**
 * Hears everything that is new, page by page. After each page, what was heard is on disk. The next
 * page is on its way meanwhile: a new phone of an old household hears hundreds of them.
 */
export async function pull(
  { db, keys, client }: SyncContext,
  onProgress: (cursor: number, head: number) => void = () => {},
): Promise<Done<Pulled>> {
  /** The page after this `seq`, if it was asked for. */
  const coming = new Map<number, Promise<Reply>>();
  for (;;) {
    const { cursor } = await readCursor(db);
    const answer = await (coming.get(cursor) ?? client.pull(cursor, MAX_DOCS));
    coming.clear();
    if (!answer.ok) return answer;
    const { docs, head, sum, more } = answer.value;
    const last = docs.at(-1)?.seq ?? cursor;
    // A page that leads nowhere would be asked for again and again.
    if (more && last <= cursor) return { ok: false, failure: { kind: 'notHomeServer' } };
    if (more) coming.set(last, client.pull(last, MAX_DOCS));
    // Nobody awaits it if this page is not heard.
    coming.get(last)?.catch(() => {});
    const { documents, move } = await openDocuments(keys, docs);
    // The word that the household has moved is heard again until it is followed: a kill, or a
    // server that does not answer, may come in between.
    const heardTo = move ? null : last;
    if (docs.length > 0 && !(await hear(db, { householdId: keys.householdId, documents, cursor: heardTo })).ok)
      return STORAGE_FAILED;
    onProgress(last, head);
    // What comes after the word that the household has moved is said in the new one, too.
    if (!more || move) return done({ head, sum, move });
  }
}

import { hear } from '@/db/sharing/hear';
import { readCursor } from '@/db/sharing/readSharing';
import { MAX_DOCS } from '@/protocol/limits';
import { type Done, done, STORAGE_FAILED, type SyncContext } from './context';
import type { Move } from './move';
import { type OpenedDocuments, openDocuments } from './openDocuments';

export interface Pulled {
  /** The server's `head` and `sum` when everything up to it was heard. */
  head: number;
  sum: string;
  move: Move | null;
  /** Whether presses of buttons wait on the server, as the part of an object that says so. */
  presses: { presses?: true };
}

/** A page of the server's answer, opened. */
interface Page extends OpenedDocuments {
  /** The `seq` of its last document; that after which it was asked for if it has none. */
  last: number;
  head: number;
  sum: string;
  more: boolean;
  presses: Pulled['presses'];
}

/**
 * Hears everything that is new, page by page. After each page, what was heard is on disk. The next
 * page is fetched and opened meanwhile: a new phone of an old household hears hundreds of them.
 */
export async function pull(
  context: SyncContext,
  onProgress: (cursor: number, head: number) => void = () => {},
): Promise<Done<Pulled>> {
  const { db, keys } = context;
  let coming = null as { since: number; page: Promise<Done<Page>> } | null;
  for (;;) {
    const { cursor } = await readCursor(db);
    const fetched = await (coming?.since === cursor ? coming.page : fetchPage(context, cursor));
    if (!fetched.ok) return fetched;
    const { documents, move, last, head, sum, more, presses } = fetched.value;
    // A page that leads nowhere would be asked for again and again.
    if (more && last <= cursor) return { ok: false, failure: { kind: 'notHomeServer' } };
    coming = more ? { since: last, page: fetchPage(context, last) } : null;
    // Nobody awaits it if this page is not heard.
    coming?.page.catch(() => {});
    // The word that the household has moved is heard again until it is followed: a kill, or a
    // server that does not answer, may come in between.
    const heardTo = move ? null : last;
    if (documents.length > 0 && !(await hear(db, { householdId: keys.householdId, documents, cursor: heardTo })).ok)
      return STORAGE_FAILED;
    onProgress(last, head);
    // What comes after the word that the household has moved is said in the new one, too.
    if (!more || move) return done({ head, sum, move, presses });
  }
}

async function fetchPage({ keys, client }: SyncContext, since: number): Promise<Done<Page>> {
  const answer = await client.pull(since, MAX_DOCS);
  if (!answer.ok) return answer;
  const { docs, head, sum, more, presses } = answer.value;
  const opened = await openDocuments(keys, docs);
  return done({ ...opened, last: docs.at(-1)?.seq ?? since, head, sum, more, presses: presses ? { presses } : {} });
}

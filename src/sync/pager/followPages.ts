import { readSharing } from '@/db/sharing/readSharing';
import { SECOND_MS } from '@/lib/time';
import type { PagerContext } from '@/sync/context';
import { type SendingById, sendPages } from './sendPages';

/** What the screens know of the pager. */
export interface PagerReport {
  /** The ids of the caregivers whose phone can be made to ring now. */
  pageable: readonly string[];
  sending: SendingById;
}

/** A page that the server has not taken is sent again that soon, as long as it is of use. */
const AGAIN_MS = 3 * SECOND_MS;

/**
 * Returns what is to be called after each round of the sync that has ended well: it sends the pages
 * that are due, and tells of those that are over. It does so beside the rounds, one turn after the
 * other: a push service that takes its time must not keep this phone from hearing the answer.
 */
export function createPageFollower(
  context: PagerContext,
  report: (change: Partial<PagerReport>) => void,
  signal: AbortSignal,
): () => void {
  let isRunning = false;
  let isDue = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const tell = (change: Partial<PagerReport>) => {
    if (!signal.aborted) report(change);
  };
  const turn = async () => {
    const sending = await sendPages(context, (now) => tell({ sending: now }));
    clearTimeout(again);
    if (Object.values(sending).includes('waiting') && !signal.aborted) again = setTimeout(follow, AGAIN_MS);
  };
  const run = async () => {
    isRunning = true;
    while (isDue && !signal.aborted) {
      isDue = false;
      // A log that cannot be read is said elsewhere; the next round comes back to it.
      await turn().catch(() => {});
    }
    isRunning = false;
  };
  function follow(): void {
    pageableIn(context).then(
      (pageable) => tell({ pageable }),
      () => {},
    );
    isDue = true;
    if (!isRunning) void run();
  }
  return follow;
}

/** The caregivers of the other phones; nobody pages whoever holds this one. */
async function pageableIn({ db, phoneId }: PagerContext): Promise<string[]> {
  const [sharing, phones] = await Promise.all([readSharing(db), db.phones.toArray()]);
  const others = phones.filter(({ id, deletedAt }) => id !== phoneId && deletedAt === null);
  const ids = new Set(others.flatMap(({ caregiverId }) => caregiverId ?? []));
  ids.delete(sharing?.caregiverId ?? '');
  return [...ids];
}

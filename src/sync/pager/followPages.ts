import { readSharing } from '@/db/sharing/readSharing';
import type { PagerContext } from '@/sync/context';
import { type Sending, sendPages } from './sendPages';

/** What the screens know of the pager. */
export interface PagerReport {
  /** The ids of the caregivers whose phone can be made to ring now. */
  pageable: readonly string[];
  /** The pages of this phone that are not over, by the id of their `escalated`. */
  sending: Readonly<Record<string, Sending>>;
}

/** Without a network nobody can be paged: the step of the runbook is by voice. */
export const NO_PAGER: PagerReport = { pageable: [], sending: {} };

/**
 * Does what a round that has ended well makes due: sends pages, and tells of those that are over.
 */
export async function followPages(context: PagerContext): Promise<PagerReport> {
  return { pageable: await pageableIn(context), sending: await sendPages(context) };
}

/** The caregivers of the other phones; nobody pages whoever holds this one. */
async function pageableIn({ db, phoneId }: PagerContext): Promise<string[]> {
  const [sharing, phones] = await Promise.all([readSharing(db), db.phones.toArray()]);
  const others = phones.filter(({ id, deletedAt }) => id !== phoneId && deletedAt === null);
  const ids = new Set(others.flatMap(({ caregiverId }) => caregiverId ?? []));
  ids.delete(sharing?.caregiverId ?? '');
  return [...ids];
}

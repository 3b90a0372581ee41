import { noteDelivered } from '@/db/paging';
import { readAllRunbooks, readOpenIncidents } from '@/db/queries';
import { readSharing } from '@/db/sharing/readSharing';
import { pageToAnswer } from '@/domain/paging/pageToAnswer';
import { foldIncidents } from '@/domain/tonight';
import type { SyncContext } from '@/sync/context';

/** Says in the log that this phone rings, if a page to its caregiver has arrived with the rows. */
export async function hearPages({ db, now }: Pick<SyncContext, 'db' | 'now'>): Promise<void> {
  const sharing = await readSharing(db);
  if (!sharing?.caregiverId) return;
  const [open, runbooks] = await Promise.all([readOpenIncidents(db), readAllRunbooks(db)]);
  const heard = pageToAnswer(foldIncidents(open.rows), runbooks, sharing.caregiverId);
  if (!heard || heard.page.deliveredAt !== null || now() >= heard.ringsUntil) return;
  const { id: pageId, at: sentAt, to } = heard.page.escalated;
  await noteDelivered(db, { incidentId: heard.open.incident.id, pageId, sentAt, to, now: now() });
}

import { DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import { readJoinedIncident } from '@/db/queries';
import { createResolved } from '@/domain/timeline/createEntry';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { tapTime } from '@/domain/timeline/tapTime';
import { newId } from '@/lib/ids';
import { type Instant, laterOf } from '@/lib/time';

/**
 * The result of "Asleep again": it was written now, the incident was already resolved or gone, or
 * the storage did not take the entry.
 */
type ResolveResult = 'written' | 'alreadyResolved' | 'notWritten';

interface ResolveRequest {
  incidentId: string;
  /** The caregiver who is logged if nobody is known to be up. */
  holderId: string | null;
  now: Instant;
}

/**
 * Resolves an incident as "Asleep again" on Tonight does: by the caregiver who got up last, and
 * through the same command, so under the same rules. It opens a connection and closes it
 * afterwards, because an open connection would block the migration of a newer app.
 */
export async function resolveFromNotification({ incidentId, holderId, now }: ResolveRequest): Promise<ResolveResult> {
  const db = new InfernalDatabase(DATABASE_NAME);
  try {
    const incident = await readJoinedIncident(db, incidentId);
    const state = incident && foldTimeline(incident.timeline);
    if (!incident || !state?.isOpen) return 'alreadyResolved';
    const { at, estimated } = tapTime(incident.timeline, now);
    const moment = { id: newId(), at, estimated, now: laterOf(at, now) };
    const entry = createResolved(moment, state.caregiversUp.at(-1) ?? holderId, 'settled');
    const result = await addEntry(db, { incidentId, entry, now: moment.now });
    if (result.ok) return 'written';
    // A page may have resolved or deleted the incident after it was read here.
    const isResolved = 'refusal' in result && ['resolvedWhileClosed', 'unknownIncident'].includes(result.refusal.code);
    return isResolved ? 'alreadyResolved' : 'notWritten';
  } catch {
    // The log could not be read.
    return 'notWritten';
  } finally {
    db.close();
  }
}

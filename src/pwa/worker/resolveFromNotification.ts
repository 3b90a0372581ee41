import { DATABASE_NAME, InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import { readIncident } from '@/db/queries';
import { createResolved } from '@/domain/timeline/createEntry';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { tapTime } from '@/domain/timeline/tapTime';
import { newId } from '@/lib/ids';
import { type Instant, laterOf } from '@/lib/time';

/** What became of "Asleep again": written now, or there was nothing left to write, or the log did not take it. */
type ResolveResult = 'written' | 'alreadyResolved' | 'notWritten';

interface ResolveRequest {
  incidentId: string;
  /** Who did it if nobody is known to be up. */
  holderId: string | null;
  now: Instant;
}

/**
 * "Asleep again" as Tonight writes it: by whoever is up last, through the same command, so in the same schema and under the same
 * rules. On a connection of its own that is closed afterwards: one left open would stand in a newer app's way.
 */
export async function resolveFromNotification({ incidentId, holderId, now }: ResolveRequest): Promise<ResolveResult> {
  const db = new InfernalDatabase(DATABASE_NAME);
  try {
    const incident = await readIncident(db, incidentId);
    const state = incident && foldTimeline(incident.timeline);
    if (!incident || !state?.isOpen) return 'alreadyResolved';
    const { at, estimated } = tapTime(incident.timeline, now);
    const moment = { id: newId(), at, estimated, now: laterOf(at, now) };
    const entry = createResolved(moment, state.caregiversUp.at(-1) ?? holderId, 'settled');
    const result = await addEntry(db, { incidentId, entry, now: moment.now });
    if (result.ok) return 'written';
    // A page was quicker, between the look and the write.
    const isResolved = 'refusal' in result && ['resolvedWhileClosed', 'unknownIncident'].includes(result.refusal.code);
    return isResolved ? 'alreadyResolved' : 'notWritten';
  } catch {
    // Not even readable.
    return 'notWritten';
  } finally {
    db.close();
  }
}

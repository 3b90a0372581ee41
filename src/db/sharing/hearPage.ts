import { command } from '@/db/door';
import { readOpenIncidents } from '@/db/queries';
import { toStoredIncident, withoutIndexFields } from '@/db/storedIncident';
import { mergeVersions } from '@/domain/mergeLogs';
import { ok, type Result, refused } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';
import { parseRow } from '@/domain/rows/parseRow';
import { isSharing } from './readSharing';

/**
 * Merges the incident that a page carries into the log: whoever is paged must be able to answer
 * without a network. It is noted as an own write, so the next push finds out what the server has of
 * it, and merges that.
 *
 * An incident that is not known here is not written if the child is awake in the log in another
 * one, whose end may only not have been heard yet: the two would become one. Then it is left to the
 * next pull.
 */
export const hearPage = command(
  'hearPage',
  ['incidents', 'meta', 'outbox'],
  async (db, { householdId, incident }: { householdId: string; incident: Incident }): Promise<Result<null>> => {
    if (!(await isSharing(db, householdId))) return refused({ code: 'changedSince' });
    const raw = await db.incidents.get(incident.id);
    const open = (await readOpenIncidents(db)).rows;
    if (!raw && open.some(({ childId }) => childId === incident.childId)) return ok(null);
    const stored = raw && parseRow('incidents', withoutIndexFields(raw));
    const merged = stored?.ok ? (mergeVersions('incidents', stored.row, incident) as Incident) : incident;
    if (stored?.ok && JSON.stringify(stored.row) === JSON.stringify(merged)) return ok(null);
    await db.incidents.put(toStoredIncident(merged));
    return ok(null);
  },
  { retryAtStart: false },
);

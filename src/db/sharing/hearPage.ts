import { command } from '@/db/door';
import { toStoredIncident, withoutIndexFields } from '@/db/storedIncident';
import { mergeVersions } from '@/domain/mergeLogs';
import { ok, type Result, refused } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';
import { parseRow } from '@/domain/rows/parseRow';
import { joinStoredIncidents } from './joinStored';
import { isSharing } from './readSharing';

/**
 * Merges the incident that a page carries into the log: a phone that was asleep may not have heard
 * of it yet, and must be able to answer without a network. It is noted as an own write, so the next
 * push finds out what the server has of it, and merges that, too.
 */
export const hearPage = command(
  'hearPage',
  ['incidents', 'meta', 'outbox'],
  async (db, { householdId, incident }: { householdId: string; incident: Incident }): Promise<Result<null>> => {
    if (!(await isSharing(db, householdId))) return refused({ code: 'changedSince' });
    const raw = await db.incidents.get(incident.id);
    const stored = raw === undefined ? null : parseRow('incidents', withoutIndexFields(raw));
    const merged = stored?.ok ? (mergeVersions('incidents', stored.row, incident) as Incident) : incident;
    if (stored?.ok && JSON.stringify(stored.row) === JSON.stringify(merged)) return ok(null);
    await db.incidents.put(toStoredIncident(merged));
    await joinStoredIncidents(db);
    return ok(null);
  },
  { retryAtStart: false },
);

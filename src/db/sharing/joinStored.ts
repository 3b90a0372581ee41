import type { InfernalDatabase } from '@/db/database';
import { command } from '@/db/door';
import { parseRows } from '@/db/parseRows';
import { OPEN_RESOLVED_AT, toStoredIncident } from '@/db/storedIncident';
import { joinIncidents } from '@/domain/joinIncidents';
import { ok, type Result } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';

/**
 * Joins what two phones logged of one wake-up (domain/joinIncidents.ts) and returns the rows that
 * it wrote. Reads by index only what is open, what was joined before, and what that was joined
 * into. The caller has opened a transaction over the incidents.
 */
export async function joinStoredIncidents(db: InfernalDatabase): Promise<Incident[]> {
  const open = await db.incidents.where('resolvedAt').equals(OPEN_RESOLVED_AT).toArray();
  // A merge of the morning review has `mergedInto`, too. It has no evidence in the entries, so it
  // is left alone.
  const joined = await db.incidents.where('mergedInto').above('').toArray();
  const found = new Map<string, unknown>([...open, ...joined].map((row) => [row.id, row]));
  let missing = missingTargets(found, joined);
  while (missing.length > 0) {
    const targets = (await db.incidents.bulkGet(missing)).filter((row) => row !== undefined);
    for (const row of targets) found.set(row.id, row);
    missing = missingTargets(found, targets);
  }
  const joinedRows = joinIncidents(parseRows('incidents', [...found.values()]).rows);
  // Parsed again, the fields are in the order of the schema, as on every other phone.
  const changed = parseRows('incidents', joinedRows).rows;
  await db.incidents.bulkPut(changed.map(toStoredIncident));
  return changed;
}

const missingTargets = (found: ReadonlyMap<string, unknown>, rows: readonly Incident[]): string[] => [
  ...new Set(rows.flatMap(({ mergedInto }) => (mergedInto === null || found.has(mergedInto) ? [] : [mergedInto]))),
];

/**
 * Joins what is to be joined before anything is heard: an undo of what was said in an incident that
 * is joined by now has changed that one, and must reach the other.
 */
export const joinLogged = command(
  'joinLogged',
  ['incidents'],
  async (db): Promise<Result<null>> => {
    await joinStoredIncidents(db);
    return ok(null);
  },
  { retryAtStart: false },
);

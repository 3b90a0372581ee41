import type { InfernalDatabase } from '@/db/database';
import { command } from '@/db/door';
import { parseRows } from '@/db/parseRows';
import { OPEN_RESOLVED_AT, type StoredIncident, toStoredIncident } from '@/db/storedIncident';
import { joinIncidents } from '@/domain/joinIncidents';
import { ok, type Result } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';

/**
 * Joins what two phones logged of one wake-up (domain/joinIncidents.ts) and returns the rows that
 * it wrote. Reads by index only what is open and what was joined before, with the other half of
 * each: a later word of another phone may have undone one half. The caller has opened a transaction
 * over the incidents.
 */
export async function joinStoredIncidents(db: InfernalDatabase): Promise<Incident[]> {
  const { incidents } = db;
  // A merge of the morning review has `mergedInto`, too. It has no evidence in the entries, so it
  // is left alone.
  const begun = await Promise.all([
    incidents.where('resolvedAt').equals(OPEN_RESOLVED_AT).toArray(),
    incidents.where('mergedInto').above('').toArray(),
    incidents.where('joinedIds').above('').toArray(),
  ]);
  const found = new Map(begun.flat().map((row) => [row.id, row]));
  let missing = missingHalves(found);
  while (missing.length > 0) {
    for (const [index, row] of (await incidents.bulkGet(missing)).entries())
      found.set(missing[index] ?? '', row as StoredIncident);
    missing = missingHalves(found);
  }
  const rows = parseRows('incidents', [...found.values()].filter(Boolean)).rows;
  // Parsed again, the fields are in the order of the schema, as on every other phone.
  const changed = parseRows('incidents', joinIncidents(rows)).rows;
  await incidents.bulkPut(changed.map(toStoredIncident));
  return changed;
}

/** The ids that are named by what was found and were not looked for yet. */
function missingHalves(found: ReadonlyMap<string, StoredIncident | undefined>): string[] {
  const named = [...found.values()].flatMap((row) => [row?.mergedInto ?? [], row?.joinedIds ?? []].flat());
  return [...new Set(named)].filter((id) => !found.has(id));
}

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

import { nightOf } from '@/domain/night';
import type { ReviewLog } from '@/domain/review/proposal';
import type { Incident } from '@/domain/rows/incident';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import type { Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';
import { readLogStart, readNightRow, readNights } from './queries';
import { OPEN_RESOLVED_AT } from './storedIncident';

/** So many nights are what is usual now. */
const NIGHTS_READ = 28;

/**
 * What the morning review is made of, by index whatever the log's length: the last weeks up to `night`, and of every incident that is still
 * open what it takes to guess at its end, however long ago it was.
 */
export async function readReviewLog(
  db: InfernalDatabase,
  night: Day,
  timeZone: string,
): Promise<Pick<ReviewLog, 'incidents' | 'nights' | 'firstNight'>> {
  const first = await readLogStart(db);
  const begins = [first.night, first.detectedAt === null ? null : nightOf(first.detectedAt, timeZone)]
    .filter((day) => day !== null)
    .sort();
  const from = addDays(night, 1 - NIGHTS_READ);
  const { incidents, nightRows } = await readNights(db, from, night, timeZone);
  const open = foldIncidents(incidents).filter(({ state }) => state.isOpen);
  const nightsOfOpen = new Set(open.map(({ state }) => nightOf(state.detectedAt, timeZone)));
  const oldNights = [...nightsOfOpen].filter((old) => old < from);
  const oldRows = await Promise.all(oldNights.map((old) => readNightRow(db, old)));
  const following = await Promise.all(open.map((folded) => readNext(db, folded)));
  const known = new Set(incidents.map(({ id }) => id));
  return {
    incidents: [...incidents, ...following.flat().filter(({ id }) => !known.has(id))],
    nights: [...nightRows, ...oldRows.filter((row) => row !== null)],
    firstNight: begins[0] ?? null,
  };
}

/** The same child's next incident, if there is one. */
async function readNext(
  db: InfernalDatabase,
  { incident: { id, childId }, state }: FoldedIncident,
): Promise<Incident[]> {
  const found = await db.incidents
    .where('[childId+detectedAt]')
    .between([childId, state.detectedAt], [childId, OPEN_RESOLVED_AT], true, true)
    .filter((other) => other.deletedAt === null && other.id !== id)
    .limit(1)
    .toArray();
  return parseLiveRows('incidents', found).rows;
}

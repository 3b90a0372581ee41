import { livedNight, type NightHours, nightOf, nightSpan, shownSpan } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow, Runbook } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parseRow';
import { deviceTimeZone } from '@/lib/deviceZone';
import type { Day, Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { readAllRunbooks, readIncidentsBetween, readNightRow, readOpenIncidents } from './queries';

/**
 * The rows that Tonight shows: the incidents of the night, all open ones, the row of the night, and
 * the runbooks.
 */
export interface TonightRows {
  night: Day;
  incidents: Incident[];
  nightRow: NightRow | null;
  runbooks: Runbook[];
  /** Includes deleted runbooks, for the entries of past incidents. */
  allRunbooks: Runbook[];
  broken: BrokenRow[];
}

/**
 * Returns the night that is lived now. If the household's row cannot be read, it is the one of the
 * phone's zone.
 */
export const presentNight = (household: NightHours | null, now: Instant): Day =>
  household ? livedNight(now, household) : nightOf(now, deviceTimeZone());

/** Reads the rows that Tonight shows for one night. */
export async function readTonight(
  db: InfernalDatabase,
  night: Day,
  household: NightHours | null,
): Promise<TonightRows> {
  const span = household ? shownSpan(night, household) : nightSpan(night, deviceTimeZone());
  const [inNight, open, nightRow, allRunbooks] = await Promise.all([
    readIncidentsBetween(db, span.start, span.end),
    readOpenIncidents(db),
    readNightRow(db, night),
    readAllRunbooks(db),
  ]);
  // An open incident is shown whatever its date: a wrong clock may have dated it after this night.
  const known = new Set(inNight.rows.map(({ id }) => id));
  return {
    night,
    incidents: [...inNight.rows, ...open.rows.filter(({ id }) => !known.has(id))],
    nightRow,
    runbooks: allRunbooks.filter(({ deletedAt }) => deletedAt === null),
    allRunbooks,
    broken: inNight.broken,
  };
}

import { nightSpan } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow, Runbook } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parseRow';
import type { Day } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { readAllRunbooks, readIncidentsBetween, readNightRow } from './queries';

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

/** Reads the rows that Tonight shows for one night. */
export async function readTonight(db: InfernalDatabase, night: Day, timeZone: string): Promise<TonightRows> {
  const span = nightSpan(night, timeZone);
  const [incidents, nightRow, allRunbooks] = await Promise.all([
    readIncidentsBetween(db, span.start, span.end),
    readNightRow(db, night),
    readAllRunbooks(db),
  ]);
  return {
    night,
    incidents: incidents.rows,
    nightRow,
    runbooks: allRunbooks.filter(({ deletedAt }) => deletedAt === null),
    allRunbooks,
    broken: incidents.broken,
  };
}

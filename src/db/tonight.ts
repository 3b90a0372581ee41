import { nightSpan } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow, Runbook } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parseRow';
import type { Day } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { readAllRunbooks, readIncidentsBetween, readNightRow } from './queries';

/** What the night screen shows: this night's incidents, everything still open, the night's own row, and what there is to go by. */
export interface TonightRows {
  night: Day;
  incidents: Incident[];
  nightRow: NightRow | null;
  runbooks: Runbook[];
  /** Deleted ones included, for the lines of past nights. */
  allRunbooks: Runbook[];
  broken: BrokenRow[];
}

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

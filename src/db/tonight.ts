import { nightSpan } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow, Runbook } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parse';
import type { Day } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { readIncidentsBetween, readNightRow, readRunbooks } from './queries';

/** What the night screen shows: this night's incidents, everything still open, the night's own row, and what there is to go by. */
export interface TonightRows {
  night: Day;
  incidents: Incident[];
  nightRow: NightRow | null;
  runbooks: Runbook[];
  broken: BrokenRow[];
}

export async function readTonight(db: InfernalDatabase, night: Day, timeZone: string): Promise<TonightRows> {
  const span = nightSpan(night, timeZone);
  const [incidents, nightRow, runbooks] = await Promise.all([
    readIncidentsBetween(db, span.start, span.end),
    readNightRow(db, night),
    readRunbooks(db),
  ]);
  return {
    night,
    incidents: incidents.rows,
    nightRow,
    runbooks,
    broken: incidents.broken,
  };
}

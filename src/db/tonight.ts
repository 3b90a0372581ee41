import { nightOf, nightSpan } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parse';
import type { Day, Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { readIncidentsBetween, readNightRow } from './queries';

/** What the night screen shows: this night's incidents, everything still open, and the night's own row. */
export interface TonightRows {
  night: Day;
  incidents: Incident[];
  nightRow: NightRow | null;
  broken: BrokenRow[];
}

export async function readTonight(db: InfernalDatabase, now: Instant, timeZone: string): Promise<TonightRows> {
  const night = nightOf(now, timeZone);
  const span = nightSpan(night, timeZone);
  const [incidents, nightRow] = await Promise.all([
    readIncidentsBetween(db, span.start, span.end),
    readNightRow(db, night),
  ]);
  return { night, incidents: incidents.rows, nightRow, broken: incidents.broken };
}

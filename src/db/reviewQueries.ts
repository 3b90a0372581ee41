import { END_OF_TIME } from '@/domain/clock/wrongDates';
import { nightOf } from '@/domain/night';
import type { ClockSlip, ReviewLog } from '@/domain/review/proposal';
import type { Incident } from '@/domain/rows/incident';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import type { Day, Instant } from '@/lib/time';
import { addDays, type Zone } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { readLogStart, readNights } from './logQueries';
import { parseLiveRows } from './parseRows';
import { readNightRow } from './queries';
import { OPEN_RESOLVED_AT } from './storedIncident';
import { readDatesBetween, readIncidentsWith, readUnchanged } from './wrongDates';

/** The review takes what is usual from this many nights. */
const NIGHTS_READ = 28;

/**
 * Reads the rows for the morning review: those of the last weeks up to `night`, and for every open
 * incident, however old, those from which its end can be estimated; and what a wrong clock has
 * dated, wherever it is. Uses indexes, so the length of the log makes no difference.
 *
 * @param slips the slips of this phone's clock; they come back with what nobody has changed since
 */
export async function readReviewLog(
  db: InfernalDatabase,
  night: Day,
  zone: Zone,
  { slips, now }: { slips: readonly ClockSlip[]; now: Instant },
): Promise<Omit<ReviewLog, 'household' | 'children' | 'caregivers'>> {
  const logStart = await readLogStart(db);
  const starts = [logStart.night, logStart.detectedAt === null ? null : nightOf(logStart.detectedAt, zone)]
    .filter((day) => day !== null)
    .sort();
  const from = addDays(night, 1 - NIGHTS_READ);
  const { incidents, nightRows } = await readNights(db, from, night, zone);
  const openIncidents = foldIncidents(incidents).filter(({ state }) => state.isOpen);
  const nightsOfOpen = new Set(openIncidents.map(({ state }) => nightOf(state.detectedAt, zone)));
  const oldNights = [...nightsOfOpen].filter((openNight) => openNight < from);
  const oldRows = await Promise.all(oldNights.map((oldNight) => readNightRow(db, oldNight)));
  const nextIncidents = await Promise.all(openIncidents.map((folded) => readNextIncident(db, folded)));
  const clockSlips = await Promise.all(
    slips.map(async (slip) => ({ ...slip, dates: await readUnchanged(db, slip.dates) })),
  );
  const futureDates = await readDatesBetween(db, now, END_OF_TIME);
  const misdated = await readIncidentsWith(db, [...clockSlips.flatMap(({ dates }) => dates), ...futureDates]);
  const found = new Map(
    [...incidents, ...nextIncidents.flat(), ...misdated].map((incident) => [incident.id, incident]),
  );
  return {
    incidents: [...found.values()],
    clockSlips,
    futureDates,
    nights: [...nightRows, ...oldRows.filter((row) => row !== null)],
    firstNight: starts[0] ?? null,
  };
}

/** Returns the next incident of the same child, or an empty array. */
async function readNextIncident(
  db: InfernalDatabase,
  { incident: { id, childId }, state }: FoldedIncident,
): Promise<Incident[]> {
  const found = await db.incidents
    .where('[childId+detectedAt]')
    .between([childId, state.detectedAt], [childId, OPEN_RESOLVED_AT], true, true)
    .filter((candidate) => candidate.deletedAt === null && candidate.id !== id)
    .limit(1)
    .toArray();
  return parseLiveRows('incidents', found).rows;
}

import { movedFields, moveEntries } from '@/domain/clock/moveDates';
import { DATED_TABLES, type WrongDate } from '@/domain/clock/wrongDates';
import { newNightRow } from '@/domain/defaults';
import { findNapOverlap } from '@/domain/naps';
import { nightOf } from '@/domain/night';
import { ok, type Refusal, type Result, refused } from '@/domain/refusal';
import type { MoveDatesRepair } from '@/domain/review/proposal';
import type { Incident } from '@/domain/rows/incident';
import type { Nap, NightRow } from '@/domain/rows/others';
import { isInFuture } from '@/domain/timeline/checkTimeline';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Undo } from '@/domain/undo';
import type { Day, Instant } from '@/lib/time';
import { checkIncident } from './checkIncident';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { readNapsBetween } from './napQueries';
import { overlapsOf } from './overlapsOf';
import { parseLiveRows } from './parseRows';
import { readNightRow, readPeople } from './queries';
import { toStoredIncident } from './storedIncident';

/**
 * Moves everything that a wrong clock has dated by its difference, in one write: either all of it
 * or nothing. A date that was changed since, or whose row was deleted, stays. Refused as a
 * correction by hand would be: in the future, over another wake-up, over another nap.
 *
 * @returns an undo for each row that was changed
 */
export const moveDates = command(
  'moveDates',
  ['household', 'children', 'caregivers', 'incidents', ...DATED_TABLES],
  async (db, { dates, byMs, isExact, now }: MoveDatesRepair & { now: Instant }): Promise<Result<{ undo: Undo[] }>> => {
    if (!Number.isSafeInteger(byMs)) return refused({ code: 'badValue', path: 'byMs' });
    const undo: Undo[] = [];
    const refusal =
      (await moveIncidents(db, { dates, byMs, isExact, now }, undo)) ??
      (await moveNights(db, { dates, byMs, now }, undo)) ??
      (await moveRows(db, { dates, byMs, now }, undo));
    return refusal ? refused(refusal) : ok({ undo });
  },
  { retryAtStart: false },
);

interface Move {
  dates: readonly WrongDate[];
  byMs: number;
  now: Instant;
}

/** Returns the ids of the rows of one table that have wrong dates. */
const rowIdsIn = (dates: readonly WrongDate[], table: WrongDate['table']): string[] => [
  ...new Set(dates.filter((date) => date.table === table).map(({ rowId }) => rowId)),
];

async function moveIncidents(
  db: InfernalDatabase,
  { dates, byMs, isExact, now }: Move & { isExact: boolean },
  undo: Undo[],
): Promise<Refusal | null> {
  const incidentDates = dates.filter(({ table }) => table === 'incidents');
  const rawRows = await db.incidents.bulkGet(rowIdsIn(dates, 'incidents'));
  const before = parseLiveRows('incidents', rawRows.filter(Boolean)).rows;
  const after = before.map((incident) => moveEntries(incident, incidentDates, { byMs, isExact }, now));
  const moved = after.filter((incident) => !before.includes(incident));
  for (const incident of moved) {
    const original = before.find(({ id }) => id === incident.id) as Incident;
    const overlapped = await overlapsOf(db, original, now);
    undo.push({ table: 'incidents', before: original, after: incident, overlapped });
  }
  // All are written before any is checked, so that one that follows another may take its place.
  await db.incidents.bulkPut(moved.map(toStoredIncident));
  for (const { before: original, after: incident } of undo as Undo<'incidents'>[]) {
    const refusal = await checkIncident(db, incident, now, original ? { before: original } : {});
    if (refusal) return refusal;
  }
  // The undo goes backwards and checks each row by itself. Its order keeps the places free.
  const detectedAt = ({ after: row }: Undo) => foldTimeline((row as Incident).timeline)?.detectedAt ?? 0;
  undo.sort((a, b) => (byMs < 0 ? detectedAt(a) - detectedAt(b) : detectedAt(b) - detectedAt(a)));
  return null;
}

/**
 * Moves bedtimes and mornings. Each goes to the night of its new instant; where that night has one
 * already, that one stays and the wrong one is removed.
 */
async function moveNights(db: InfernalDatabase, { dates, byMs, now }: Move, undo: Undo[]): Promise<Refusal | null> {
  const { household } = await readPeople(db);
  if (!household) return null;
  for (const night of rowIdsIn(dates, 'nights')) {
    const row = await readNightRow(db, night as Day);
    if (!row) continue;
    const fields = movedFields(row, dates, byMs) as Partial<Record<'bedtimeAt' | 'morningAt', Instant>>;
    for (const [field, at] of Object.entries(fields) as ['bedtimeAt' | 'morningAt', Instant][]) {
      if (isInFuture(at, now)) return { code: 'inFuture' };
      const target = nightOf(at, household);
      await writeNight(db, night as Day, { [field]: null }, now, undo);
      const known = await readNightRow(db, target);
      if (!known?.[field]) await writeNight(db, target, { [field]: at }, now, undo);
    }
  }
  return null;
}

async function writeNight(
  db: InfernalDatabase,
  night: Day,
  change: Partial<NightRow>,
  now: Instant,
  undo: Undo[],
): Promise<void> {
  const before = await readNightRow(db, night);
  const after: NightRow = {
    ...(before ?? newNightRow(night, now)),
    ...change,
    updatedAt: before ? nextUpdatedAt(before, now) : now,
  };
  await db.nights.put(after);
  undo.push({ table: 'nights', before, after });
}

async function moveRows(db: InfernalDatabase, { dates, byMs, now }: Move, undo: Undo[]): Promise<Refusal | null> {
  for (const table of DATED_TABLES) {
    if (table === 'nights') continue;
    for (const id of rowIdsIn(dates, table)) {
      const [before] = parseLiveRows(table, [await db.table(table).get(id)].filter(Boolean)).rows;
      if (!before) continue;
      const fields = movedFields(before, dates, byMs) as Record<string, Instant>;
      const after = { ...before, ...fields, updatedAt: nextUpdatedAt(before, now) };
      if (Object.values(fields).some((at) => isInFuture(at, now))) return { code: 'inFuture' };
      if (isEndedBeforeItBegins(after)) return { code: 'endBeforeStart' };
      const overlap = table === 'naps' ? await napOverlap(db, after as Nap) : null;
      if (overlap) return overlap;
      await db.table(table).put(after);
      undo.push({ table, before, after });
    }
  }
  return null;
}

const isEndedBeforeItBegins = (row: object): boolean => {
  const { startedAt, endedAt, deferredAt, paidAt } = row as Partial<Record<string, Instant | null>>;
  return (endedAt != null && endedAt <= (startedAt ?? 0)) || (paidAt != null && paidAt < (deferredAt ?? 0));
};

const napOverlap = async (db: InfernalDatabase, nap: Nap): Promise<Refusal | null> =>
  findNapOverlap(
    nap,
    (await readNapsBetween(db, nap.startedAt, nap.endedAt)).filter(({ id }) => id !== nap.id),
  );

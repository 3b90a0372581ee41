import {
  DATED_TABLES,
  datesOfIncident,
  datesOfRow,
  END_OF_TIME,
  START_OF_TIME,
  type WrongDate,
  withoutDates,
} from '@/domain/clock/wrongDates';
import type { Incident } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { parseLiveRows } from './parseRows';

/**
 * Reads the incidents with an entry within `[from, to]`. Uses the indexes, so the length of the log
 * makes no difference: an open incident has the latest possible end there.
 */
async function readIncidentsDated(db: InfernalDatabase, from: Instant, to: Instant): Promise<Incident[]> {
  const found = await db.incidents
    .where('resolvedAt')
    .aboveOrEqual(from)
    .filter(({ detectedAt }) => detectedAt <= to)
    .toArray();
  return parseLiveRows('incidents', found).rows;
}

/** Reads all instants of the log within `[from, to]`. The tables other than incidents are short. */
export async function readDatesBetween(db: InfernalDatabase, from: Instant, to: Instant): Promise<WrongDate[]> {
  const incidents = await readIncidentsDated(db, from, to);
  const others = await Promise.all(
    DATED_TABLES.map(async (table) =>
      parseLiveRows(table, await db.table(table).toArray()).rows.flatMap((row) => datesOfRow(table, row, from, to)),
    ),
  );
  return [...incidents.flatMap((incident) => datesOfIncident(incident, from, to)), ...others.flat()];
}

/** Returns those of the dates that the log still has as they are, in rows that are not deleted. */
export async function readUnchanged(db: InfernalDatabase, dates: readonly WrongDate[]): Promise<WrongDate[]> {
  const incidents = await readIncidentsWith(db, dates);
  const others = await Promise.all(
    DATED_TABLES.map(async (table) => {
      const rowIds = dates.filter((date) => date.table === table).map(({ rowId }) => rowId);
      const rawRows = (await db.table(table).bulkGet(rowIds)).filter(Boolean);
      return parseLiveRows(table, rawRows).rows.flatMap((row) => datesOfRow(table, row, START_OF_TIME, END_OF_TIME));
    }),
  );
  const present = [
    ...incidents.flatMap((incident) => datesOfIncident(incident, START_OF_TIME, END_OF_TIME)),
    ...others.flat(),
  ];
  return withoutDates(dates, withoutDates(dates, present));
}

/** Reads the live incidents that the dates belong to. */
export async function readIncidentsWith(db: InfernalDatabase, dates: readonly WrongDate[]): Promise<Incident[]> {
  const ids = new Set(dates.filter(({ table }) => table === 'incidents').map(({ rowId }) => rowId));
  return parseLiveRows('incidents', (await db.incidents.bulkGet([...ids])).filter(Boolean)).rows;
}

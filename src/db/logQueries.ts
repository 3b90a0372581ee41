import { nightSpan } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parseRow';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { addDays, type Zone } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { readNapsBetween } from './napQueries';
import { type ParsedRows, parseLiveRows, parseRows } from './parseRows';
import { readIncidentsBetween, readPeople } from './queries';

/*
 * What the screens of the day read. Tonight needs none of it, and the app starts without this file.
 */

/** Returns the rows of all nights before `night`, including those marked deleted. */
export const readNightRowsBefore = async (db: InfernalDatabase, night: Day): Promise<ParsedRows<NightRow>> =>
  parseRows('nights', await db.nights.where('id').below(night).toArray());

export interface NightsLog {
  incidents: Incident[];
  nightRows: NightRow[];
  broken: BrokenRow[];
}

/** Returns the incidents and night rows of the nights `from` to `to`, both included. */
export async function readNights(db: InfernalDatabase, from: Day, to: Day, zone: Zone): Promise<NightsLog> {
  const incidents = await readIncidentsBetween(db, nightSpan(from, zone).start, nightSpan(to, zone).end);
  const nights = parseLiveRows('nights', await db.nights.where('id').between(from, to, true, true).toArray());
  return { incidents: incidents.rows, nightRows: nights.rows, broken: [...incidents.broken, ...nights.broken] };
}

/**
 * Returns a span that contains everything that may count in the nights `from` to `to`. It includes
 * one day before and one after: the hours of a night may reach past noon, and what happens within
 * them counts.
 */
export function spanAround(from: Day, to: Day, zone: Zone): [from: Instant, to: Instant] {
  return [nightSpan(addDays(from, -1), zone).start, nightSpan(addDays(to, 1), zone).end];
}

/**
 * Returns the part of the log from which the figures of the nights `from` to `to` are computed;
 * null without a household. Incidents, nights and naps are read by index. Chores put off long
 * before are included, because they may still be open. Deleted runbooks are included, because
 * incidents that followed them show their names.
 */
export async function readLogBetween(
  db: InfernalDatabase,
  from: Day,
  to: Day,
  zone: Zone,
): Promise<HouseholdLog | null> {
  const { household, children, caregivers } = await readPeople(db);
  if (!household) return null;
  const incidents = await readIncidentsBetween(db, ...spanAround(from, to, zone));
  // The row of the night before decides where an incident ends that was forgotten in it.
  const nights = parseLiveRows(
    'nights',
    await db.nights.where('id').between(addDays(from, -1), to, true, true).toArray(),
  );
  const { end } = nightSpan(to, zone);
  const chores = parseLiveRows('chores', await db.chores.where('deferredAt').below(end).toArray());
  const episodes = parseLiveRows('episodes', await db.episodes.toArray());
  const naps = await readNapsBetween(db, nightSpan(from, zone).start, end);
  const runbooks = parseRows('runbooks', await db.runbooks.toArray());
  return {
    household,
    children,
    caregivers,
    incidents: incidents.rows,
    nights: nights.rows,
    episodes: episodes.rows,
    observations: [],
    chores: chores.rows,
    naps,
    runbooks: runbooks.rows,
  };
}

/**
 * Returns the time of the first incident and the first night with a row. Each is null if there is
 * none.
 */
export async function readLogStart(db: InfernalDatabase): Promise<{ detectedAt: Instant | null; night: Day | null }> {
  const incident = await db.incidents
    .orderBy('detectedAt')
    .filter(({ deletedAt }) => deletedAt === null)
    .first();
  const night = await db.nights
    .orderBy('id')
    .filter(({ deletedAt }) => deletedAt === null)
    .first();
  return { detectedAt: (incident?.detectedAt ?? null) as Instant | null, night: night?.id ?? null };
}

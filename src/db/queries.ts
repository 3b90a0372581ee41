import type { Collection } from 'dexie';
import { nightSpan } from '@/domain/night';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import type { Incident } from '@/domain/rows/incident';
import { type NightRow, type Runbook, runbookSchema } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parseRow';
import { type HouseholdLog, LOGGED_TABLES, TABLE_NAMES } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { DAY_MS, type Day, type Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { readNapsBetween } from './napQueries';
import { type ParsedRows, parseLiveRows, parseRows } from './parseRows';
import { OPEN_RESOLVED_AT } from './storedIncident';

const readIncidents = async (found: Collection<unknown, string>): Promise<ParsedRows<Incident>> =>
  parseLiveRows('incidents', await found.toArray());

/** Null if there is none or it is marked deleted or cannot be read. */
export async function readIncident(db: InfernalDatabase, id: string): Promise<Incident | null> {
  return parseLiveRows('incidents', [await db.incidents.get(id)].filter(Boolean)).rows[0] ?? null;
}

/** Everything that is running now, oldest first. */
export const readOpenIncidents = (db: InfernalDatabase): Promise<ParsedRows<Incident>> =>
  readIncidents(db.incidents.where('resolvedAt').equals(OPEN_RESOLVED_AT));

/**
 * No closed incident is looked for that began longer than this before a range: a wake-up of a month is a slip of the hand,
 * and without a bound each look into the past would read the whole log.
 */
const LONGEST_INCIDENT_MS = 31 * DAY_MS;

/** Incidents that touch `[from, to)`, oldest first, open ones included. By index, whatever the log's length. */
export async function readIncidentsBetween(
  db: InfernalDatabase,
  from: Instant,
  to: Instant,
): Promise<ParsedRows<Incident>> {
  const [begunBefore, open] = await Promise.all([
    db.incidents
      .where('detectedAt')
      .between(from - LONGEST_INCIDENT_MS, to, true, false)
      .filter(({ resolvedAt }) => resolvedAt >= from && resolvedAt !== OPEN_RESOLVED_AT)
      .toArray(),
    db.incidents
      .where('resolvedAt')
      .equals(OPEN_RESOLVED_AT)
      .filter(({ detectedAt }) => detectedAt < to)
      .toArray(),
  ]);
  return parseLiveRows(
    'incidents',
    [...begunBefore, ...open].sort((a, b) => a.detectedAt - b.detectedAt),
  );
}

/** The incidents of the same child that an incident could overlap: those that touch its own time, and the one before. */
export async function childIncidentsAround(db: InfernalDatabase, incident: Incident): Promise<Incident[]> {
  const state = foldTimeline(incident.timeline);
  if (!state) return [];
  const until = state.resolution?.at ?? OPEN_RESOLVED_AT;
  const before = await db.incidents
    .where('[childId+detectedAt]')
    .between([incident.childId, 0], [incident.childId, state.detectedAt], true, true)
    .reverse()
    .filter(({ deletedAt, id }) => deletedAt === null && id !== incident.id)
    .limit(2)
    .toArray();
  const during = await db.incidents
    .where('[childId+detectedAt]')
    .between([incident.childId, state.detectedAt], [incident.childId, until], true, true)
    .toArray();
  const open = await db.incidents.where('resolvedAt').equals(OPEN_RESOLVED_AT).toArray();
  return parseLiveRows('incidents', [...before, ...during, ...open]).rows.filter(
    ({ id, childId }) => id !== incident.id && childId === incident.childId,
  );
}

/** A child's latest incidents, newest first: what its remedies are ranked by. */
export const readLatestIncidents = async (db: InfernalDatabase, childId: string, count: number): Promise<Incident[]> =>
  (
    await readIncidents(
      db.incidents
        .where('[childId+detectedAt]')
        .between([childId, 0], [childId, OPEN_RESOLVED_AT])
        .reverse()
        .limit(count),
    )
  ).rows;

export interface People {
  household: Household | null;
  children: Child[];
  caregivers: Caregiver[];
  broken: BrokenRow[];
}

/** The household and everybody in it, in the order in which they were added; archived ones too. */
export async function readPeople(db: InfernalDatabase): Promise<People> {
  const household = parseLiveRows('household', await db.household.toArray());
  const children = parseLiveRows('children', await db.children.toArray());
  const caregivers = parseLiveRows('caregivers', await db.caregivers.toArray());
  return {
    household: household.rows[0] ?? null,
    children: children.rows,
    caregivers: caregivers.rows,
    broken: [...household.broken, ...children.broken, ...caregivers.broken],
  };
}

export async function readNightRow(db: InfernalDatabase, night: Day): Promise<NightRow | null> {
  return parseLiveRows('nights', [await db.nights.get(night)].filter(Boolean)).rows[0] ?? null;
}

/** What was said of every night before one, rows marked deleted included. */
export const readNightRowsBefore = async (db: InfernalDatabase, night: Day): Promise<ParsedRows<NightRow>> =>
  parseRows('nights', await db.nights.where('id').below(night).toArray());

export interface NightsLog {
  incidents: Incident[];
  nightRows: NightRow[];
  broken: BrokenRow[];
}

/** Everything filed under the nights `from` to `to`, both included. */
export async function readNights(db: InfernalDatabase, from: Day, to: Day, timeZone: string): Promise<NightsLog> {
  const incidents = await readIncidentsBetween(db, nightSpan(from, timeZone).start, nightSpan(to, timeZone).end);
  const nights = parseLiveRows('nights', await db.nights.where('id').between(from, to, true, true).toArray());
  return { incidents: incidents.rows, nightRows: nights.rows, broken: [...incidents.broken, ...nights.broken] };
}

/**
 * Where whatever may count in the nights `from` to `to` lies. The days beside them are in it, too: a night's hours may reach over noon, and
 * what lies in them counts wherever it is filed.
 */
export function spanAround(from: Day, to: Day, timeZone: string): [from: Instant, to: Instant] {
  return [nightSpan(addDays(from, -1), timeZone).start, nightSpan(addDays(to, 1), timeZone).end];
}

/**
 * The part of the log that the figures over the nights `from` to `to` are made of, as a log of its own; null without a
 * household. Incidents, nights and naps by index; of chores also those put off long before, for they may still be there, and of
 * runbooks also the deleted ones: what went by one is still called by its name.
 */
export async function readLogBetween(
  db: InfernalDatabase,
  from: Day,
  to: Day,
  timeZone: string,
): Promise<HouseholdLog | null> {
  const { household, children, caregivers } = await readPeople(db);
  if (!household) return null;
  const incidents = await readIncidentsBetween(db, ...spanAround(from, to, timeZone));
  const nights = parseLiveRows('nights', await db.nights.where('id').between(from, to, true, true).toArray());
  const { end } = nightSpan(to, timeZone);
  const chores = parseLiveRows('chores', await db.chores.where('deferredAt').below(end).toArray());
  const episodes = parseLiveRows('episodes', await db.episodes.toArray());
  const naps = await readNapsBetween(db, nightSpan(from, timeZone).start, end);
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

/** Whether there ever was a runbook here, deleted ones included. */
export const hasRunbooks = async (db: InfernalDatabase): Promise<boolean> => (await db.runbooks.limit(1).count()) > 0;

const TRIGGERS = runbookSchema.entries.trigger.options;

/** The household's runbooks: the standard ones first, then those for a degraded night, a double incident, and its own. */
export const readRunbooks = async (db: InfernalDatabase): Promise<Runbook[]> =>
  (await readAllRunbooks(db)).filter(({ deletedAt }) => deletedAt === null);

/** The same with those that are marked deleted: what an incident followed is still called by its name. */
export async function readAllRunbooks(db: InfernalDatabase): Promise<Runbook[]> {
  const { rows } = parseRows('runbooks', await db.runbooks.toArray());
  return rows.sort((a, b) => TRIGGERS.indexOf(a.trigger) - TRIGGERS.indexOf(b.trigger));
}

/** When the log begins: its first incident or night. Null while it is empty. */
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

/** Whether anything was ever logged here, rows marked deleted and those that cannot be read included. */
export async function hasLogged(db: InfernalDatabase): Promise<boolean> {
  for (const table of LOGGED_TABLES) if ((await db.table(table).limit(1).count()) > 0) return true;
  return false;
}

/** How many rows are looked at in one go when all of them are checked. */
const CHECK_AT_ONCE = 500;

/** Reads every row of every table once and names those that do not fit. For the Household screen, never for the night. */
export async function findBrokenRows(db: InfernalDatabase): Promise<BrokenRow[]> {
  const broken: BrokenRow[] = [];
  for (const table of TABLE_NAMES) {
    let last = '';
    for (;;) {
      const raws: { id: string }[] = await db.table(table).where('id').above(last).limit(CHECK_AT_ONCE).toArray();
      broken.push(...parseLiveRows(table, raws).broken);
      const next = raws.at(-1)?.id;
      if (next === undefined) break;
      last = next;
    }
  }
  return broken;
}

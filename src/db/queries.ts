import type { Collection } from 'dexie';
import { inOrderOfBirth } from '@/domain/childOrder';
import { nightSpan } from '@/domain/night';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import type { Incident } from '@/domain/rows/incident';
import { type NightRow, type Runbook, runbookSchema } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parseRow';
import { type HouseholdLog, LOGGED_TABLES } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { DAY_MS, type Day, type Instant } from '@/lib/time';
import { addDays, type Zone } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { readNapsBetween } from './napQueries';
import { type ParsedRows, parseLiveRows, parseRows } from './parseRows';
import { OPEN_RESOLVED_AT } from './storedIncident';

const readIncidents = async (found: Collection<unknown, string>): Promise<ParsedRows<Incident>> =>
  parseLiveRows('incidents', await found.toArray());

/**
 * Returns null if there is no such incident, or it is marked deleted, or its row cannot be read.
 */
export async function readIncident(db: InfernalDatabase, id: string): Promise<Incident | null> {
  return parseLiveRows('incidents', [await db.incidents.get(id)].filter(Boolean)).rows[0] ?? null;
}

/**
 * Returns the incident, or the one into which it was joined or merged; null if neither is there.
 * One that was joined in several steps is followed through all of them.
 */
export async function readJoinedIncident(db: InfernalDatabase, id: string): Promise<Incident | null> {
  const passed = new Set<string>();
  for (let current: string | null = id; current !== null && !passed.has(current); ) {
    const raw: unknown = await db.incidents.get(current);
    const incident: Incident | undefined = parseRows('incidents', raw ? [raw] : []).rows[0];
    if (!incident) return null;
    if (incident.deletedAt === null) return incident;
    passed.add(current);
    current = incident.mergedInto;
  }
  return null;
}

/** Returns all open incidents, oldest first. */
export const readOpenIncidents = (db: InfernalDatabase): Promise<ParsedRows<Incident>> =>
  readIncidents(db.incidents.where('resolvedAt').equals(OPEN_RESOLVED_AT));

/**
 * Closed incidents are searched only this far before the start of a range. A wake-up of a month is
 * a mistake, and without a limit every query about the past would read the whole log.
 */
const LONGEST_INCIDENT_MS = 31 * DAY_MS;

/**
 * Returns the incidents that overlap `[from, to)`, oldest first, including open ones. Uses an
 * index, so the length of the log makes no difference.
 */
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

/**
 * Returns the other incidents of the same child that this one could overlap: those that begin
 * during it, the two before it, and open ones.
 */
export async function readChildIncidentsAround(db: InfernalDatabase, incident: Incident): Promise<Incident[]> {
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

/**
 * Returns up to `count` of a child's latest incidents that began before an instant, newest first.
 * The ranking of its remedies uses them.
 */
export const readIncidentsBefore = async (
  db: InfernalDatabase,
  childId: string,
  before: Instant,
  count: number,
): Promise<Incident[]> =>
  (
    await readIncidents(
      db.incidents
        .where('[childId+detectedAt]')
        .between([childId, 0], [childId, before], true, false)
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

/**
 * Returns the household and all its people, including archived ones: the children in the order of
 * their birth, the caregivers in the order of their ids, in which they were added.
 */
export async function readPeople(db: InfernalDatabase): Promise<People> {
  const household = parseLiveRows('household', await db.household.toArray());
  const children = parseLiveRows('children', await db.children.toArray());
  const caregivers = parseLiveRows('caregivers', await db.caregivers.toArray());
  return {
    household: household.rows[0] ?? null,
    children: inOrderOfBirth(children.rows),
    caregivers: caregivers.rows,
    broken: [...household.broken, ...children.broken, ...caregivers.broken],
  };
}

/**
 * Returns the row of a night; null if nothing was logged on it, or it is marked deleted or cannot
 * be read.
 */
export async function readNightRow(db: InfernalDatabase, night: Day): Promise<NightRow | null> {
  return parseLiveRows('nights', [await db.nights.get(night)].filter(Boolean)).rows[0] ?? null;
}

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

/** Returns whether any runbook was ever written here, including deleted ones. */
export const hasRunbooks = async (db: InfernalDatabase): Promise<boolean> => (await db.runbooks.limit(1).count()) > 0;

const TRIGGERS = runbookSchema.entries.trigger.options;

/**
 * Returns the runbooks that are not deleted, sorted by trigger: standard, degraded, double, custom.
 */
export const readRunbooks = async (db: InfernalDatabase): Promise<Runbook[]> =>
  (await readAllRunbooks(db)).filter(({ deletedAt }) => deletedAt === null);

/**
 * Returns all runbooks including deleted ones, because incidents that followed one still show its
 * name.
 */
export async function readAllRunbooks(db: InfernalDatabase): Promise<Runbook[]> {
  const { rows } = parseRows('runbooks', await db.runbooks.toArray());
  return rows.sort((a, b) => TRIGGERS.indexOf(a.trigger) - TRIGGERS.indexOf(b.trigger));
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

/**
 * Returns whether the log has any row, including those marked deleted and those that cannot be
 * read.
 */
export async function hasLogged(db: InfernalDatabase): Promise<boolean> {
  for (const table of LOGGED_TABLES) if ((await db.table(table).limit(1).count()) > 0) return true;
  return false;
}

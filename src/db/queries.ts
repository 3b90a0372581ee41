import type { Collection } from 'dexie';
import { inOrderOfBirth } from '@/domain/childOrder';
import type { Caregiver, Child, Household } from '@/domain/rows/household';
import type { Incident } from '@/domain/rows/incident';
import { type NightRow, type Runbook, runbookSchema } from '@/domain/rows/others';
import type { BrokenRow } from '@/domain/rows/parseRow';
import { LOGGED_TABLES } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { DAY_MS, type Day, type Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
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
 * Returns whether the log has any row, including those marked deleted and those that cannot be
 * read.
 */
export async function hasLogged(db: InfernalDatabase): Promise<boolean> {
  for (const table of LOGGED_TABLES) if ((await db.table(table).limit(1).count()) > 0) return true;
  return false;
}

import type { Entry, Incident } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import { DAY_MS, type Day, type Instant } from '@/lib/time';
import { daysLater } from './reference/wallClock';

/* Changes of a log that must not change its figures, or that must change them in one known way. */

/** Applies the same change to every table of rows. */
const mapTables = (log: HouseholdLog, change: <T>(rows: readonly T[]) => T[]): HouseholdLog => ({
  household: log.household,
  children: change(log.children),
  caregivers: change(log.caregivers),
  incidents: change(log.incidents),
  nights: change(log.nights),
  episodes: change(log.episodes),
  observations: change(log.observations),
  chores: change(log.chores),
  naps: change(log.naps),
  runbooks: change(log.runbooks),
});

/** Returns the log with every table in a random order. */
export const shuffleRows = (log: HouseholdLog, dice: readonly number[]): HouseholdLog =>
  mapTables(log, (rows) =>
    rows
      .map((row, index) => ({ row, sortKey: dice[index % dice.length] ?? 0 }))
      .sort((a, b) => a.sortKey - b.sortKey)
      .map(({ row }) => row),
  );

const isDay = (text: string): text is Day => /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * An instant in 1973: any larger number is an instant, since no count or duration is that large.
 */
const FIRST_INSTANT = 1e11;

/** Moves every day and instant within a value by whole weeks, in rows and figures alike. */
export function shiftByWeeks<T>(value: T, weeks: number): T {
  const move = (part: unknown): unknown => {
    if (typeof part === 'number') return part >= FIRST_INSTANT ? part + weeks * 7 * DAY_MS : part;
    if (typeof part === 'string') return isDay(part) ? daysLater(part, weeks * 7) : part;
    if (Array.isArray(part)) return part.map(move);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, move(inner)]));
  };
  return move(value) as T;
}

const DELETED_AT = Date.UTC(2027, 0, 1) as Instant;

/** Returns the log with the rows and entries of another log added, all marked as deleted. */
export function withDeletedRows(log: HouseholdLog, otherLog: HouseholdLog): HouseholdLog {
  const markDeleted = <T extends { id: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, id: `deleted ${row.id}`, deletedAt: DELETED_AT }));
  const entries = otherLog.incidents.flatMap(({ timeline }) => timeline);
  const loggedNights = new Set<string>(log.nights.map(({ id }) => id));
  return {
    household: log.household,
    children: [...log.children, ...markDeleted(otherLog.children)],
    caregivers: [...log.caregivers, ...markDeleted(otherLog.caregivers)],
    incidents: [
      ...log.incidents.map((incident, index) => withDeletedEntries(incident, entries, index)),
      ...markDeleted(otherLog.incidents),
    ],
    // The id of a night row is its day, so a night has one row at most.
    nights: [
      ...log.nights,
      ...otherLog.nights.filter(({ id }) => !loggedNights.has(id)).map((row) => ({ ...row, deletedAt: DELETED_AT })),
    ],
    episodes: [...log.episodes, ...markDeleted(otherLog.episodes)],
    observations: [...log.observations, ...markDeleted(otherLog.observations)],
    chores: [...log.chores, ...markDeleted(otherLog.chores)],
    naps: [...log.naps, ...markDeleted(otherLog.naps)],
    runbooks: [...log.runbooks, ...markDeleted(otherLog.runbooks)],
  };
}

/**
 * Inserts after each entry, at the same instant, one of `otherEntries` as a deleted entry.
 * `incidentIndex` only varies which entry is chosen.
 */
function withDeletedEntries(incident: Incident, otherEntries: readonly Entry[], incidentIndex: number): Incident {
  const timeline = incident.timeline.flatMap((entry, index) => {
    const insertedEntry = otherEntries[(7 * incidentIndex + index) % otherEntries.length];
    return insertedEntry
      ? [entry, { ...insertedEntry, id: `deleted ${entry.id}`, at: entry.at, deletedAt: DELETED_AT }]
      : [entry];
  });
  return { ...incident, timeline };
}

/** Freezes a value deeply, so that a write to it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}

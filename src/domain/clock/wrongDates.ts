import type { Observation } from '@/domain/health/observation';
import type { Incident } from '@/domain/rows/incident';
import type { Chore, Nap, NightRow } from '@/domain/rows/others';
import { liveEntries } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';

/** The fields that hold the instant of something logged. An incident has them in its entries. */
const DATED_FIELDS = {
  nights: ['bedtimeAt', 'morningAt'],
  observations: ['at'],
  naps: ['startedAt', 'endedAt'],
  chores: ['deferredAt', 'paidAt'],
} as const;
export type DatedTable = keyof typeof DATED_FIELDS;
export const DATED_TABLES = Object.keys(DATED_FIELDS) as DatedTable[];

/** The first and the last instant that JavaScript's dates know, for a stretch without a limit. */
export const START_OF_TIME = -8.64e15 as Instant;
export const END_OF_TIME = 8.64e15 as Instant;

/**
 * No clock that ran ahead has dated more than this. If more lies after `now`, the clock is behind
 * now, and the log is right.
 */
export const MOST_DATES = 500;

/**
 * One instant in the log that a wrong clock gave. It stands for itself only while it is unchanged.
 */
export interface WrongDate {
  table: 'incidents' | DatedTable;
  rowId: string;
  /** The id of the entry in an incident, the name of the field in another row. */
  field: string;
  at: Instant;
}

/** Returns the instants of an incident's live entries within `[from, to]`. */
export const datesOfIncident = ({ id, timeline }: Incident, from: Instant, to: Instant): WrongDate[] =>
  liveEntries(timeline)
    .filter(({ at }) => at >= from && at <= to)
    .map((entry) => ({ table: 'incidents', rowId: id, field: entry.id, at: entry.at }));

/** Returns the instants of a row of another table within `[from, to]`. */
export function datesOfRow(
  table: DatedTable,
  row: NightRow | Observation | Nap | Chore,
  from: Instant,
  to: Instant,
): WrongDate[] {
  const values = row as unknown as Record<string, Instant | null>;
  return DATED_FIELDS[table].flatMap((field) => {
    const at = values[field] ?? null;
    return at !== null && at >= from && at <= to ? [{ table, rowId: row.id, field, at }] : [];
  });
}

const keyOf = ({ table, rowId, field, at }: WrongDate): string => JSON.stringify([table, rowId, field, at]);

/** Returns the dates of the first list that the second does not contain. */
export function withoutDates(dates: readonly WrongDate[], others: readonly WrongDate[]): WrongDate[] {
  const known = new Set(others.map(keyOf));
  return dates.filter((date) => !known.has(keyOf(date)));
}

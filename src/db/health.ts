import type { Observation } from '@/domain/health/observation';
import { type Refusal, type Result, refused } from '@/domain/refusal';
import type { Episode } from '@/domain/rows/others';
import type { RowOf } from '@/domain/rows/tables';
import { isInFuture } from '@/domain/timeline/checkTimeline';
import type { Undo } from '@/domain/undo';
import { deviceTimeZone } from '@/lib/deviceZone';
import type { Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { parseLiveRows } from './parseRows';
import { changeRow, removeRow, writeRow } from './writeRow';

/*
 * Commands for illnesses, temperatures and medicines. Adding an observation happens at night, so a
 * failed write is kept and tried again. Everything else is done by day, where the user sees the
 * failure.
 */

type HealthTable = 'episodes' | 'observations';
type WriteResult<T extends HealthTable = HealthTable> = Promise<Result<{ undo: Undo<T> }>>;

const NOT_RETRIED = { retryAtStart: false };

/**
 * The fields of a row without those that every row has. For observations it is a union with one
 * member per kind.
 */
type FieldsOf<Row> = Row extends unknown ? Omit<Row, 'id' | 'updatedAt' | 'deletedAt'> : never;
export type EpisodeFields = FieldsOf<Episode>;
export type ObservationFields = FieldsOf<Observation>;

interface Add<Fields> {
  id: string;
  fields: Fields;
  now: Instant;
}

interface Change<Fields> {
  id: string;
  change: Partial<Fields>;
  now: Instant;
}

interface Remove {
  id: string;
  now: Instant;
}

/** Adds an illness. A child may have several illnesses at the same time. */
export const addEpisode = command(
  'addEpisode',
  ['household', 'children', 'episodes'],
  (db, { id, fields, now }: Add<EpisodeFields>): WriteResult =>
    checkWritten(db, writeRow(db, 'episodes', null, { id, updatedAt: now, deletedAt: null, ...fields }), now),
  NOT_RETRIED,
);

/** Changes fields of an illness. */
export const changeEpisode = command(
  'changeEpisode',
  ['household', 'children', 'episodes'],
  (db, { id, change, now }: Change<EpisodeFields>): WriteResult =>
    checkWritten(db, changeRow(db, 'episodes', id, change, { now }), now),
  NOT_RETRIED,
);

/** Marks an illness as deleted. */
export const removeEpisode = command(
  'removeEpisode',
  ['episodes'],
  (db, { id, now }: Remove): WriteResult => removeRow(db, 'episodes', id, now),
  NOT_RETRIED,
);

/** Adds a temperature that was taken or a dose that was given. */
export const addObservation = command(
  'addObservation',
  ['household', 'children', 'observations'],
  (db, input: Add<ObservationFields>): WriteResult => insertObservation(db, input),
);

/** Writes a new observation. The caller has opened a transaction over the tables it checks. */
export const insertObservation = (
  db: InfernalDatabase,
  { id, fields, now }: Add<ObservationFields>,
): WriteResult<'observations'> =>
  checkWritten(db, writeRow(db, 'observations', null, { id, updatedAt: now, deletedAt: null, ...fields }), now);

/** Changes fields of an observation. Refuses a new time in the future. */
export const changeObservation = command(
  'changeObservation',
  ['household', 'children', 'observations'],
  (db, { id, change, now }: Change<ObservationFields>): WriteResult =>
    checkWritten(db, changeRow(db, 'observations', id, change, { now }), now),
  NOT_RETRIED,
);

/** Marks an observation as deleted. */
export const removeObservation = command(
  'removeObservation',
  ['observations'],
  (db, { id, now }: Remove): WriteResult => removeRow(db, 'observations', id, now),
  NOT_RETRIED,
);

/**
 * Checks what the schema of a row cannot know, after the row was written. If it refuses, the
 * command's transaction is rolled back and with it the row.
 */
async function checkWritten<T extends HealthTable>(
  db: InfernalDatabase,
  writing: WriteResult<T>,
  now: Instant,
): WriteResult<T> {
  const written = await writing;
  if (!written.ok) return written;
  const { before, after } = written.value.undo;
  const refusal = await checkHealthRow(db, after, before, now);
  return refusal ? refused(refusal) : written;
}

async function checkHealthRow(
  db: InfernalDatabase,
  row: RowOf<HealthTable>,
  before: RowOf<HealthTable> | null,
  now: Instant,
): Promise<Refusal | null> {
  if (row.deletedAt !== null) return { code: 'unknownRow' };
  const child = await db.children.get(row.childId);
  if (!child || child.deletedAt !== null) return { code: 'unknownChild' };
  if ('at' in row) {
    const isNewTime = !before || !('at' in before) || before.at !== row.at;
    return isNewTime && isInFuture(row.at, now) ? { code: 'inFuture' } : null;
  }
  const { startDay, endDay } = row;
  const today = await todayOf(db, now);
  if (startDay > today) return { code: 'inFuture' };
  if (endDay !== null && endDay < startDay) return { code: 'endBeforeStart' };
  return endDay !== null && endDay > today ? { code: 'inFuture' } : null;
}

/** Returns today's date in the household's time zone. */
async function todayOf(db: InfernalDatabase, now: Instant) {
  const [household] = parseLiveRows('household', await db.household.toArray()).rows;
  return wallClockAt(now, household ?? deviceTimeZone()).day;
}

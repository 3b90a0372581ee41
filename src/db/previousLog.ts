import { ok, type Result, refused } from '@/domain/refusal';
import { LOGGED_TABLES, TABLE_NAMES } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase, PreviousLog } from './database';
import { command } from './door';
import { readRawTables } from './rawTables';
import type { RawTables } from './storedIncident';

/*
 * The log before it was replaced or erased: kept in the database until the next start but one, so that a slip over cold
 * tea can be taken back in the evening. It is kept as it lay in its tables, rows that cannot be read included.
 */

const STARTS_KEPT = 2;

/**
 * In a transaction over all tables and `meta`: keeps what is there now, unless nothing is: an empty log never replaces one that is
 * kept. What this device noted of its rota goes, for it is not true of another log.
 */
export async function savePreviousLog(db: InfernalDatabase, now: Instant): Promise<void> {
  const tables = await readRawTables(db);
  await db.meta.delete('rotaSince');
  if (LOGGED_TABLES.every((table) => tables[table].length === 0)) return;
  await keep(db, tables, now);
}

async function keep(db: InfernalDatabase, tables: RawTables, now: Instant): Promise<void> {
  await db.meta.bulkPut([
    { id: 'previous', replacedAt: now, tables },
    { id: 'previousAge', startsLeft: STARTS_KEPT },
  ]);
}

/** The log that was replaced, while it is still kept. */
export async function readPreviousLog(db: InfernalDatabase): Promise<PreviousLog | null> {
  const found = await db.meta.get('previous');
  return found?.id === 'previous' ? found : null;
}

/** To be called once at every start. */
export const agePreviousLog = command(
  'agePrevious',
  ['meta'],
  async (db): Promise<Result<null>> => {
    const age = await db.meta.get('previousAge');
    if (age?.id !== 'previousAge') return ok(null);
    const startsLeft = age.startsLeft - 1;
    if (startsLeft > 0) await db.meta.put({ ...age, startsLeft });
    else await db.meta.bulkDelete(['previous', 'previousAge']);
    return ok(null);
  },
  { retryAtStart: false },
);

/** Puts the log that was replaced back in its place, and keeps the one that was there instead. */
export const restorePreviousLog = command(
  'bringBackPrevious',
  [...TABLE_NAMES, 'meta'],
  async (db, { now }: { now: Instant }): Promise<Result<null>> => {
    const previous = await readPreviousLog(db);
    if (!previous) return refused({ code: 'unknownRow' });
    const present = await readRawTables(db);
    await db.meta.delete('rotaSince');
    for (const table of TABLE_NAMES) {
      await db.table(table).clear();
      await db.table(table).bulkPut(previous.tables[table]);
    }
    await keep(db, present, now);
    return ok(null);
  },
  { retryAtStart: false },
);

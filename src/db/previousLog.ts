import { ok, type Result, refused } from '@/domain/refusal';
import { LOGGED_TABLES, TABLE_NAMES } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase, PreviousLog } from './database';
import { command } from './door';
import { forgetImports } from './keptImports';
import { readRawTables } from './rawTables';
import { forgetHousehold, SHARING_TABLES } from './sharing/forgetHousehold';
import type { RawTables } from './storedIncident';
import { putTables, type WriteWatch } from './writeWatch';

/*
 * The log before it was replaced or erased. It is kept until the second start after that, so a
 * mistake made in the morning can be undone in the evening. Rows are kept exactly as they were
 * stored, including those that cannot be read.
 */

const STARTS_KEPT = 2;

/**
 * Keeps the present log, unless it is empty: an empty log never replaces one that is kept. Deletes
 * the first night of the rota and the imports noted on this device, because they do not apply to
 * another log. The caller has opened a transaction over all tables and `meta`.
 */
export async function savePreviousLog(db: InfernalDatabase, now: Instant): Promise<void> {
  const tables = await readRawTables(db);
  await db.meta.delete('rotaSince');
  await forgetImports(db);
  if (LOGGED_TABLES.every((table) => tables[table].length === 0)) return;
  await putPreviousLog(db, tables, now);
}

async function putPreviousLog(db: InfernalDatabase, tables: RawTables, now: Instant): Promise<void> {
  await db.meta.bulkPut([
    { id: 'previous', replacedAt: now, tables },
    { id: 'previousAge', startsLeft: STARTS_KEPT, replacedAt: now },
  ]);
}

/**
 * Returns when the log was replaced that is still kept; null if none is kept. The log itself is not
 * read, because the screen asks after each change and a log of ten years takes seconds.
 */
export async function readReplacedAt(db: InfernalDatabase): Promise<Instant | null> {
  const age = await db.meta.get('previousAge');
  if (age?.id === 'previousAge' && age.replacedAt !== undefined) return age.replacedAt;
  return (await readPreviousLog(db))?.replacedAt ?? null;
}

/** Returns the replaced log; null if none is kept. */
export async function readPreviousLog(db: InfernalDatabase): Promise<PreviousLog | null> {
  const found = await db.meta.get('previous');
  return found?.id === 'previous' ? found : null;
}

/**
 * Counts one start, and deletes the replaced log once it was kept long enough. The app calls this
 * once at every start.
 */
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

/**
 * Restores the replaced log, and keeps the present log in its place. It is the log of this phone,
 * so a phone that shared its log does so no longer.
 */
export const restorePreviousLog = command(
  'bringBackPrevious',
  [...TABLE_NAMES, ...SHARING_TABLES],
  async (db, { now, watch }: { now: Instant; watch?: WriteWatch }): Promise<Result<null>> => {
    const previous = await readPreviousLog(db);
    if (!previous) return refused({ code: 'unknownRow' });
    const present = await readRawTables(db);
    await db.meta.delete('rotaSince');
    await forgetImports(db);
    await putPreviousLog(db, present, now);
    await forgetHousehold(db);
    for (const table of TABLE_NAMES) await db.table(table).clear();
    await putTables(db, previous.tables, watch);
    return ok(null);
  },
  { retryAtStart: false },
);

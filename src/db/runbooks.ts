import { ok, type Refusal, type Result, refused } from '@/domain/refusal';
import { NAME_MAX } from '@/domain/rows/fields';
import type { Runbook } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';
import { chooseRunbook } from '@/domain/runbook/chooseRunbook';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { readOpenIncidents } from './queries';
import { toStoredIncident } from './storedIncident';

/*
 * Runbooks are changed by day, where the user sees a failed write, so these commands are not tried
 * again. This file therefore need not be loaded before the first tap.
 */

type WriteResult = Promise<Result<{ undo: Undo<'runbooks'> }>>;
type RunbookFields = Pick<Runbook, 'name' | 'trigger' | 'steps'>;

const NOT_RETRIED = { retryAtStart: false };

/**
 * Writes the original runbooks if there was never any; a deleted one counts. Incidents opened
 * before they were written, on a phone that was opened a second ago, get their runbook now.
 */
export const ensureRunbooks = command(
  'ensureRunbooks',
  ['runbooks', 'incidents'],
  async (db, { originals }: { originals: readonly Runbook[] }): Promise<Result<null>> => {
    if ((await db.runbooks.count()) > 0) return ok(null);
    await db.runbooks.bulkPut([...originals]);
    const { rows } = await readOpenIncidents(db);
    for (const [index, incident] of rows.entries()) {
      const runbookId = chooseRunbook(originals, { otherChildrenAwake: index > 0 });
      await db.incidents.put(
        toStoredIncident({ ...incident, runbookId, updatedAt: nextUpdatedAt(incident, incident.updatedAt) }),
      );
    }
    return ok(null);
  },
  NOT_RETRIED,
);

/** Adds a runbook. Refuses an id that exists already. */
export const addRunbook = command(
  'addRunbook',
  ['runbooks'],
  async (db, { id, fields, now }: { id: string; fields: RunbookFields; now: Instant }): WriteResult => {
    if (await db.runbooks.get(id)) return refused({ code: 'badValue', path: 'id' });
    return write(db, null, { id, updatedAt: now, deletedAt: null, ...fields });
  },
  NOT_RETRIED,
);

/**
 * Changes the given fields. If another window has deleted the runbook, it stays deleted and this is
 * refused.
 */
export const changeRunbook = command(
  'saveRunbook',
  ['runbooks'],
  async (db, { id, change, now }: { id: string; change: Partial<RunbookFields>; now: Instant }): WriteResult => {
    const before = await readLiveRunbook(db, id);
    if (!before) return refused({ code: 'unknownRow' });
    return write(db, before, { ...before, ...change, updatedAt: nextUpdatedAt(before, now) });
  },
  NOT_RETRIED,
);

/** Marks a runbook as deleted. */
export const removeRunbook = command(
  'removeRunbook',
  ['runbooks'],
  async (db, { id, now }: { id: string; now: Instant }): WriteResult => {
    const before = await readLiveRunbook(db, id);
    if (!before) return refused({ code: 'unknownRow' });
    return write(db, before, { ...before, deletedAt: now, updatedAt: nextUpdatedAt(before, now) });
  },
  NOT_RETRIED,
);

/** Restores the original content of a runbook, even if it was deleted or its row cannot be read. */
export const resetRunbook = command(
  'resetRunbook',
  ['runbooks'],
  async (db, { original, now }: { original: Runbook; now: Instant }): WriteResult => {
    const parsed = parseRow('runbooks', await db.runbooks.get(original.id));
    const before = parsed.ok ? parsed.row : null;
    return write(db, before, { ...original, updatedAt: before ? nextUpdatedAt(before, now) : now });
  },
  NOT_RETRIED,
);

async function readLiveRunbook(db: InfernalDatabase, id: string): Promise<Runbook | null> {
  const parsed = parseRow('runbooks', await db.runbooks.get(id));
  return parsed.ok && parsed.row.deletedAt === null ? parsed.row : null;
}

async function write(db: InfernalDatabase, before: Runbook | null, row: Runbook): WriteResult {
  const trimmed = { ...row, name: row.name.trim() };
  const parsed = parseRow('runbooks', trimmed);
  if (!parsed.ok) return refused(refusalFor(parsed.broken.path, trimmed));
  await db.runbooks.put(parsed.row);
  return ok({ undo: { table: 'runbooks', before, after: parsed.row } });
}

function refusalFor(path: string, { name }: Runbook): Refusal {
  if (path !== 'name') return { code: 'badValue', path };
  return name.length > NAME_MAX ? { code: 'nameTooLong', max: NAME_MAX } : { code: 'nameEmpty' };
}

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
 * Runbooks are written by day, by somebody who sees whether it worked: nothing here is kept to be tried again, so that this need not be
 * loaded before the first tap.
 */

type WriteResult = Promise<Result<{ undo: Undo<'runbooks'> }>>;
type RunbookFields = Pick<Runbook, 'name' | 'trigger' | 'steps'>;

const NOT_RETRIED = { retryAtStart: false };

/**
 * Writes the originals where no runbook ever was; one that was deleted was there. Whoever tapped before they were there, on a phone
 * that was opened a second ago, goes by them, too.
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

export const addRunbook = command(
  'addRunbook',
  ['runbooks'],
  async (db, { id, fields, now }: { id: string; fields: RunbookFields; now: Instant }): WriteResult => {
    if (await db.runbooks.get(id)) return refused({ code: 'badValue', path: 'id' });
    return write(db, null, { id, updatedAt: now, deletedAt: null, ...fields });
  },
  NOT_RETRIED,
);

/** Changes what is given and leaves the rest. One that was deleted meanwhile, in another window, stays deleted. */
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

/** Puts an original in the place of what became of it; also where it was deleted, or cannot be read. */
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

import { ok, type Refusal, type Result, refused } from '@/domain/refusal';
import { LINE_MAX, NAME_MAX } from '@/domain/rows/fields';
import { parseRow } from '@/domain/rows/parseRow';
import type { RowOf, TableName } from '@/domain/rows/tables';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { type Made, mayStay } from './late';

/*
 * Writes rows that need no check beyond their schema. Commands call these functions in a
 * transaction over the table.
 */

type PlainTable = Exclude<TableName, 'incidents' | 'nights' | 'runbooks'>;
type WriteResult<T extends TableName> = Promise<Result<{ undo: Undo<T> }>>;

/** The fields that hold a name, in any table. Spaces at both ends are removed. */
const NAME_FIELDS = ['name', 'title', 'label'] as const;

/**
 * Changes fields of an existing row. A row that is marked deleted, for example in another window,
 * takes no change that leaves it deleted: it would be reported and count for nothing. A pending
 * write leaves the row as it is if it comes too late (`late.ts`).
 */
export async function changeRow<T extends PlainTable>(
  db: InfernalDatabase,
  table: T,
  id: string,
  change: Partial<RowOf<T>>,
  made: Made,
): WriteResult<T> {
  const parsed = parseRow(table, await db.table(table).get(id));
  if (!parsed.ok) return refused({ code: 'unknownRow' });
  const before: RowOf<T> = parsed.row;
  if (before.deletedAt !== null && change.deletedAt === undefined) return refused({ code: 'unknownRow' });
  if (mayStay<RowOf<PlainTable>>(before, change, made)) return ok({ undo: { table, before, after: before } });
  return writeRow(db, table, before, { ...before, ...change, updatedAt: nextUpdatedAt(before, made.now) });
}

/**
 * Marks a row as deleted. The row stays in its table, so that the deletion can be undone and
 * merged.
 */
export const removeRow = <T extends PlainTable>(
  db: InfernalDatabase,
  table: T,
  id: string,
  now: Instant,
): WriteResult<T> => changeRow(db, table, id, { deletedAt: now } as Partial<RowOf<T>>, { now });

/**
 * Writes a row if it fits its schema. `before` is null for a new row. A pending write may be
 * applied twice or late: a row that was written at the same time or since then stays, and one that
 * was deleted since is not brought back.
 */
export async function writeRow<T extends PlainTable>(
  db: InfernalDatabase,
  table: T,
  before: RowOf<T> | null,
  row: RowOf<T>,
): WriteResult<T> {
  const trimmed: Record<string, unknown> = { ...row };
  for (const field of NAME_FIELDS) {
    const name = trimmed[field];
    if (typeof name === 'string') trimmed[field] = name.trim();
    if (trimmed[field] === '') return refused({ code: 'nameEmpty' });
  }
  const parsed = parseRow(table, trimmed);
  if (!parsed.ok) return refused(refusalFor(parsed.broken.path, trimmed));
  const known = before ? null : await readNewerRow(db, table, parsed.row);
  if (known)
    return known.deletedAt === null
      ? ok({ undo: { table, before: known, after: known } })
      : refused({ code: 'unknownRow' });
  await db.table(table).put(parsed.row);
  return ok({ undo: { table, before, after: parsed.row } });
}

/** Returns the stored row with the same id if this one was not written after it; otherwise null. */
async function readNewerRow<T extends PlainTable>(
  db: InfernalDatabase,
  table: T,
  { id, updatedAt }: RowOf<T>,
): Promise<RowOf<T> | null> {
  const known = parseRow(table, await db.table(table).get(id));
  return known.ok && known.row.updatedAt >= updatedAt ? known.row : null;
}

function refusalFor(path: string, row: Record<string, unknown>): Refusal {
  if (path === 'note') return { code: 'textTooLong' };
  if (!NAME_FIELDS.some((field) => field === path)) return { code: 'badValue', path };
  const max = path === 'name' ? NAME_MAX : LINE_MAX;
  return String(row[path]).length > max ? { code: 'nameTooLong', max } : { code: 'nameEmpty' };
}

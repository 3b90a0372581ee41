import { ok, type Refusal, type Result, refused } from '@/domain/refusal';
import { LINE_MAX, NAME_MAX } from '@/domain/rows/fields';
import { parseRow } from '@/domain/rows/parseRow';
import type { RowOf, TableName } from '@/domain/rows/tables';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';

/* How a row whose fields hang together by nothing but its schema is written. For commands, in a transaction over its table. */

type PlainTable = Exclude<TableName, 'incidents' | 'nights' | 'runbooks'>;
type WriteResult<T extends TableName> = Promise<Result<{ undo: Undo<T> }>>;

/** What a row is called by, in whichever table. Spaces round it are nobody's meaning. */
const NAMES = ['name', 'title', 'label'] as const;

/** Changes fields of a row that is there, deleted or not. */
export async function changeRow<T extends PlainTable>(
  db: InfernalDatabase,
  table: T,
  id: string,
  change: Partial<RowOf<T>>,
  now: Instant,
): WriteResult<T> {
  const parsed = parseRow(table, await db.table(table).get(id));
  if (!parsed.ok) return refused({ code: 'unknownRow' });
  const before = parsed.row;
  return writeRow(db, table, before, { ...before, ...change, updatedAt: nextUpdatedAt(before, now) });
}

/** Marks a row as deleted; it stays where it is, so that this can be undone and merged. */
export const removeRow = <T extends PlainTable>(
  db: InfernalDatabase,
  table: T,
  id: string,
  now: Instant,
): WriteResult<T> => changeRow(db, table, id, { deletedAt: now } as Partial<RowOf<T>>, now);

/**
 * Puts a row that fits its schema. `before` is null for one that is made. A kept write may be applied twice, and late: what was said of its
 * row since it was meant stays, and a row that was taken back since does not return.
 */
export async function writeRow<T extends PlainTable>(
  db: InfernalDatabase,
  table: T,
  before: RowOf<T> | null,
  row: RowOf<T>,
): WriteResult<T> {
  const trimmed: Record<string, unknown> = { ...row };
  for (const field of NAMES) {
    const name = trimmed[field];
    if (typeof name === 'string') trimmed[field] = name.trim();
    if (trimmed[field] === '') return refused({ code: 'nameEmpty' });
  }
  const parsed = parseRow(table, trimmed);
  if (!parsed.ok) return refused(refusalFor(parsed.broken.path, trimmed));
  const since = before ? null : await writtenSince(db, table, parsed.row);
  if (since)
    return since.deletedAt === null ? ok({ undo: { table, before, after: since } }) : refused({ code: 'unknownRow' });
  await db.table(table).put(parsed.row);
  return ok({ undo: { table, before, after: parsed.row } });
}

/** The row of the same id, where it was written after this one was meant. */
async function writtenSince<T extends PlainTable>(
  db: InfernalDatabase,
  table: T,
  { id, updatedAt }: RowOf<T>,
): Promise<RowOf<T> | null> {
  const known = parseRow(table, await db.table(table).get(id));
  return known.ok && known.row.updatedAt > updatedAt ? known.row : null;
}

function refusalFor(path: string, row: Record<string, unknown>): Refusal {
  if (path === 'note') return { code: 'textTooLong' };
  if (!NAMES.some((field) => field === path)) return { code: 'badValue', path };
  const max = path === 'name' ? NAME_MAX : LINE_MAX;
  return String(row[path]).length > max ? { code: 'nameTooLong', max } : { code: 'nameEmpty' };
}

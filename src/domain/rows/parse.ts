import * as v from 'valibot';
import { ROW_SCHEMAS, type RowOf, type TableName } from './tables';

/** A stored row that does not fit its schema: named, kept as it is, and left out of every figure. */
export interface BrokenRow {
  table: TableName;
  id: string;
  /** Where it does not fit, as `timeline[2].at`. */
  path: string;
  /** What is wrong there, in the schema's (English) words. */
  reason: string;
  /** The row as it was found, so that it can be exported. */
  raw: unknown;
}

export type ParsedRow<T extends TableName> = { ok: true; row: RowOf<T> } | { ok: false; broken: BrokenRow };

/** Reads anything as a row of `table`, or says where it does not fit. */
export function parseRow<T extends TableName>(table: T, raw: unknown): ParsedRow<T> {
  const result = v.safeParse(ROW_SCHEMAS[table], raw, { abortEarly: true });
  if (result.success) return { ok: true, row: result.output as RowOf<T> };
  const [issue] = result.issues;
  return { ok: false, broken: { table, id: idOf(raw), path: pathOf(issue), reason: issue.message, raw } };
}

function idOf(raw: unknown): string {
  if (typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string') return raw.id;
  return '?';
}

function pathOf(issue: { path?: readonly { key?: unknown }[] | undefined }): string {
  return (issue.path ?? []).reduce<string>((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}

import * as v from 'valibot';
import { ROW_SCHEMAS, type RowOf, type TableName } from './tables';

/**
 * A row that its schema rejects. It stays stored, is listed for the user by table and id, and can
 * be exported.
 */
export interface BrokenRow {
  table: TableName;
  /** The row's id; `?` if it cannot be read. */
  id: string;
  /** The path of the first invalid field, for example `timeline[2].at`. */
  path: string;
  /** The schema's message, in English. */
  reason: string;
  /** Whether `path` is a field that the schema does not know. */
  unknownField: boolean;
  /** The row as it was found, so that it can be exported. */
  raw: unknown;
}

export type ParsedRow<T extends TableName> = { ok: true; row: RowOf<T> } | { ok: false; broken: BrokenRow };

/**
 * Parses any value as a row of `table`. Returns the row with its fields in the schema's order and
 * missing fields set to their defaults, or the first error.
 */
export function parseRow<T extends TableName>(table: T, raw: unknown): ParsedRow<T> {
  const result = v.safeParse(ROW_SCHEMAS[table], raw, { abortEarly: true });
  if (result.success) return { ok: true, row: result.output as RowOf<T> };
  const [issue] = result.issues;
  // Valibot reports an unknown key this way.
  const unknownField = issue.type === 'strict_object' && issue.expected === 'never';
  return {
    ok: false,
    broken: { table, id: idOf(raw), path: formatIssuePath(issue), reason: issue.message, unknownField, raw },
  };
}

function idOf(raw: unknown): string {
  if (typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string') return raw.id;
  return '?';
}

/**
 * Returns the path of a schema issue, for example `steps[2].title`; an empty string for the whole
 * value.
 */
export function formatIssuePath(issue: { path?: readonly { key?: unknown }[] | undefined }): string {
  return (issue.path ?? []).reduce<string>((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    const name = formatFieldName(String(key));
    return path === '' ? name : `${path}.${name}`;
  }, '');
}

/**
 * Returns a field name as a path shows it. A backup file may contain any text as a field name, so
 * a name with unusual characters is quoted and put on one line; JSON leaves U+2028 and its like as
 * they are.
 */
export const formatFieldName = (key: string): string =>
  /^[\w$-]+$/.test(key) ? key : JSON.stringify(key).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');

import * as v from 'valibot';
import { ROW_SCHEMAS, type RowOf, type TableName } from './tables';

/** A row that does not fit its schema. It stays where it is, is named to the user, and can be exported as it is. */
export interface BrokenRow {
  table: TableName;
  /** `?` if even the id cannot be read. */
  id: string;
  /** Where it does not fit, as `timeline[2].at`. */
  path: string;
  /** What is wrong there, in the schema's (English) words. */
  reason: string;
  /** Whether it has something there that no row has, rather than lacking something or having it wrong. */
  unknownField: boolean;
  /** The row as it was found, so that it can be exported. */
  raw: unknown;
}

export type ParsedRow<T extends TableName> = { ok: true; row: RowOf<T> } | { ok: false; broken: BrokenRow };

/** Reads anything as a row of `table`, its fields in the schema's order, or says where it does not fit. */
export function parseRow<T extends TableName>(table: T, raw: unknown): ParsedRow<T> {
  const result = v.safeParse(ROW_SCHEMAS[table], raw, { abortEarly: true });
  if (result.success) return { ok: true, row: result.output as RowOf<T> };
  const [issue] = result.issues;
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

/** Where an issue is, as `steps[2].title`. */
export function formatIssuePath(issue: { path?: readonly { key?: unknown }[] | undefined }): string {
  return (issue.path ?? []).reduce<string>((path, { key }) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    const name = formatFieldName(String(key));
    return path === '' ? name : `${path}.${name}`;
  }, '');
}

/** A field's name as a path shows it. One that no row of ours has may be anything: it is quoted, and on one line. */
export const formatFieldName = (key: string): string =>
  /^[\w$-]+$/.test(key) ? key : JSON.stringify(key).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');

import { type BrokenRow, parseRow } from '@/domain/rows/parseRow';
import type { RowOf, TableName } from '@/domain/rows/tables';
import { withoutIndexFields } from './storedIncident';

/** The rows that could be read, and those that could not. */
export interface ParsedRows<T> {
  rows: T[];
  broken: BrokenRow[];
}

/**
 * Parses raw rows of a table and leaves out those marked deleted. A row that does not fit its
 * schema is returned in `broken`; the others are still returned in `rows`. All rows that are read
 * from the tables go through here.
 */
export function parseLiveRows<T extends TableName>(table: T, rawRows: readonly unknown[]): ParsedRows<RowOf<T>> {
  const { rows, broken } = parseRows(table, rawRows);
  return { rows: rows.filter(({ deletedAt }) => deletedAt === null), broken };
}

/** Like `parseLiveRows`, but rows marked deleted are returned as well. */
export function parseRows<T extends TableName>(table: T, rawRows: readonly unknown[]): ParsedRows<RowOf<T>> {
  const rows: RowOf<T>[] = [];
  const broken: BrokenRow[] = [];
  for (const raw of rawRows) {
    const parsed = parseRow(table, table === 'incidents' ? withoutIndexFields(raw) : raw);
    if (!parsed.ok) broken.push(parsed.broken);
    else rows.push(parsed.row);
  }
  return { rows, broken };
}

import { type BrokenRow, parseRow } from '@/domain/rows/parseRow';
import type { RowOf, TableName } from '@/domain/rows/tables';
import { withoutIndexFields } from './storedIncident';

/** Rows that could be read and are not marked deleted, and those that could not be read. */
export interface ParsedRows<T> {
  rows: T[];
  broken: BrokenRow[];
}

/** Every row read passes here: one that does not fit its schema is set aside by name and never takes the others with it. */
export function parseLiveRows<T extends TableName>(table: T, raws: readonly unknown[]): ParsedRows<RowOf<T>> {
  const { rows, broken } = parseRows(table, raws);
  return { rows: rows.filter(({ deletedAt }) => deletedAt === null), broken };
}

/** The same with those that are marked deleted. */
export function parseRows<T extends TableName>(table: T, raws: readonly unknown[]): ParsedRows<RowOf<T>> {
  const rows: RowOf<T>[] = [];
  const broken: BrokenRow[] = [];
  for (const raw of raws) {
    const parsed = parseRow(table, table === 'incidents' ? withoutIndexFields(raw) : raw);
    if (!parsed.ok) broken.push(parsed.broken);
    else rows.push(parsed.row);
  }
  return { rows, broken };
}

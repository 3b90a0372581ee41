import type { HouseholdLog } from '@/domain/rows/tables';
import type { CsvDialect } from '@/exports/csvDialect';
import { type Cell, toCsv } from '@/exports/toCsv';
import type { Column, ColumnType } from './column';

/** A table that is made of a log: one file. */
export interface LogTable {
  /** The name of its file, without the extension: `wake_ups`. It never changes. */
  name: string;
  columns: readonly { name: string; type: ColumnType }[];
  /** The lines of the table, made one by one: a log of ten years has hundreds of thousands. */
  lines: (log: HouseholdLog) => Iterable<readonly Cell[]>;
}

interface TableDefinition<Row> {
  name: string;
  columns: readonly Column<Row>[];
  rows: (log: HouseholdLog) => Iterable<Row>;
}

export const defineTable = <Row>({ name, columns, rows }: TableDefinition<Row>): LogTable => ({
  name,
  columns,
  *lines(log) {
    for (const row of rows(log)) yield columns.map(({ cell }) => cell(row, log.household));
  },
});

/** Formats a table as a CSV file for spreadsheets and programs. */
export const tableCsv = ({ columns, lines }: LogTable, log: HouseholdLog, dialect: CsvDialect): Promise<string> =>
  toCsv(
    columns.map(({ name }) => name),
    lines(log),
    dialect,
  );

/** Returns the rows that are not marked deleted. */
export const liveRows = <Row extends { deletedAt: number | null }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ deletedAt }) => deletedAt === null);

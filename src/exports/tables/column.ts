import type { Household } from '@/domain/rows/household';
import { formatInstant, formatSheetTime } from '@/exports/formatIsoTime';
import type { Cell } from '@/exports/toCsv';
import type { Day, Instant, WallTime } from '@/lib/time';

/**
 * What the cells of a column are, for readers that are programs:
 * - `id`: names a row, or refers to one of another table.
 * - `code`: a word of a fixed list, the same in every language.
 * - `text`: what a person wrote, or a name.
 * - `list`: texts or codes with `|` between them.
 * - `day`: `2026-11-16`. `time`: a wall time, `02:43`. `local`: `2026-11-17 02:43:00`, as the
 *   household's clock showed it. Spreadsheets read all three as dates or times.
 * - `instant`: `2026-11-17T01:43:00.000Z`, in UTC, exact.
 * - `whole` and `decimal`: numbers. `flag`: 1 for yes, 0 for no.
 */
export type ColumnType =
  | 'id'
  | 'code'
  | 'text'
  | 'list'
  | 'day'
  | 'time'
  | 'local'
  | 'instant'
  | 'whole'
  | 'decimal'
  | 'flag';

/** A column: its name, which never changes, and its cell for a row. */
export interface Column<Row> {
  name: string;
  type: ColumnType;
  cell: (row: Row, household: Household) => Cell;
}

const columnOf =
  <Value extends Cell>(type: ColumnType) =>
  <Row>(name: string, cell: (row: Row) => Value | null): Column<Row> => ({ name, type, cell });

export const id = columnOf<string>('id');
export const code = columnOf<string | number>('code');
export const text = columnOf<string>('text');
export const day = columnOf<Day>('day');
export const wallTime = columnOf<WallTime>('time');
export const whole = columnOf<number>('whole');

/**
 * Creates a column of texts or codes with `|` between them. A `|` within one becomes a `/`, so that
 * the list can be taken apart again.
 */
export const list = <Row>(name: string, items: (row: Row) => readonly string[]): Column<Row> => ({
  name,
  type: 'list',
  cell: (row) => items(row).map(withoutBar).join('|'),
});

const withoutBar = (item: string): string => item.replaceAll('|', '/');

/** Creates a column of numbers that are rounded to so many decimals. */
export const decimal = <Row>(name: string, decimals: number, value: (row: Row) => number | null): Column<Row> => ({
  name,
  type: 'decimal',
  cell: (row) => roundTo(value(row), decimals),
});

const roundTo = (value: number | null, decimals: number): number | null =>
  value === null ? null : Number(value.toFixed(decimals));

/** Creates a column of yes or no. It is empty where nobody has said. */
export const flag = <Row>(name: string, isTrue: (row: Row) => boolean | undefined): Column<Row> => ({
  name,
  type: 'flag',
  cell: (row) => {
    const value = isTrue(row);
    return value === undefined ? null : Number(value);
  },
});

/** Creates the column of an instant for programs alone, as when a row was last changed. */
export const instant = <Row>(name: string, at: (row: Row) => Instant | null): Column<Row> => ({
  name,
  type: 'instant',
  cell: (row) => formatIfKnown(at(row), formatInstant),
});

/**
 * Creates the two columns of a moment of the log: on the household's clock, with which a
 * spreadsheet calculates, and in UTC, which is exact also where clocks change.
 *
 * @param name of the exact one
 * @example `detected_at` → `detected_local`, `detected_at`; `at` → `local`, `at`
 */
export const moment = <Row>(name: string, at: (row: Row) => Instant | null): Column<Row>[] => [
  {
    name: name === 'at' ? 'local' : `${name.replace(/_at$/, '')}_local`,
    type: 'local',
    cell: (row, household) => formatIfKnown(at(row), (known) => formatSheetTime(known, household)),
  },
  instant(name, at),
];

const formatIfKnown = (at: Instant | null, format: (at: Instant) => string): string | null =>
  at === null ? null : format(at);

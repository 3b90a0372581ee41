import type { CsvDialect } from './csvDialect';

/** The value of a cell. Null is an empty cell, because an unknown value is not zero. */
export type Cell = string | number | null;

/**
 * Without this mark, Excel reads UTF-8 as the computer's old code page, and shows Léo as LÃ©o.
 */
const BYTE_ORDER_MARK = '\ufeff';

const LINE_END = '\r\n';

/** So many lines have their cells in memory at once. */
const LINES_AT_ONCE = 5000;

/**
 * Matches a text that a spreadsheet would run as a formula. A name or a note may contain anything,
 * because anybody can type it and a backup from elsewhere can bring it. The pattern also matches
 * after blanks and invisible characters, which some spreadsheets trim, and it matches the
 * full-width signs that the Japanese Excel treats as equal. Papaparse's own pattern misses these,
 * and every text of several lines.
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * Formats a table as a CSV file that a spreadsheet of that dialect opens correctly: UTF-8 with its
 * mark, with the line ends and quotes of RFC 4180. A text that would be a formula gets an
 * apostrophe in front. Numbers are written as given; the caller rounds them. No number may be
 * negative, because its sign would start a formula.
 */
export async function toCsv(
  head: readonly string[],
  rows: Iterable<readonly Cell[]>,
  { delimiter, decimal }: CsvDialect,
): Promise<string> {
  const { default: papaparse } = await import('papaparse');
  const formatCell = (cell: Cell): Cell => (typeof cell === 'number' ? String(cell).replace('.', decimal) : cell);
  const formatLines = (cells: Cell[][]): string =>
    papaparse.unparse(cells, { delimiter, newline: LINE_END, escapeFormulae: FORMULA });
  const parts = [formatLines([[...head]])];
  let slice: Cell[][] = [];
  for (const row of rows) {
    slice.push(row.map(formatCell));
    if (slice.length < LINES_AT_ONCE) continue;
    parts.push(formatLines(slice));
    slice = [];
  }
  if (slice.length > 0) parts.push(formatLines(slice));
  return BYTE_ORDER_MARK + parts.join(LINE_END);
}

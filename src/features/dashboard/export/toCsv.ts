import type { Language } from '@/i18n/translator';

/** What stands in a cell. Null is an empty one: what is not known is no zero. */
export type Cell = string | number | null;

/*
 * Spreadsheets split a file as the computer's language does: where the comma divides euros from cents, cells are divided by a
 * semicolon.
 */
const CSV_DIALECTS: Record<Language, { delimiter: string; decimal: string }> = {
  en: { delimiter: ',', decimal: '.' },
  fr: { delimiter: ';', decimal: ',' },
};

/** Without it Excel takes UTF-8 for the computer's old code page, and Léo for LÃ©o. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * What a spreadsheet would run as a formula: a name or a note is what anybody typed, or what a backup from elsewhere brought. Also after
 * blanks and signs that cannot be seen, which some trim, and in the full width that Excel in Japanese takes for the same. Papaparse's own
 * pattern misses these, and every text of several lines.
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * A table as a CSV file that opens right in a spreadsheet of that language: UTF-8 with its mark, lines ended and cells quoted as in RFC
 * 4180. Text that would be a formula gets an apostrophe in front. Numbers are written as they are given, rounding is the caller's; none
 * is negative, or its sign would be taken for a formula's.
 */
export async function toCsv(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  language: Language,
): Promise<string> {
  const { default: papaparse } = await import('papaparse');
  const { delimiter, decimal } = CSV_DIALECTS[language];
  const cellOf = (cell: Cell): Cell => (typeof cell === 'number' ? String(cell).replace('.', decimal) : cell);
  const table = [[...head], ...rows.map((row) => row.map(cellOf))];
  return BYTE_ORDER_MARK + papaparse.unparse(table, { delimiter, newline: '\r\n', escapeFormulae: FORMULA });
}

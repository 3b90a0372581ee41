/** How a spreadsheet reads a CSV file: the sign between two cells, and the sign in `1.5`. */
export interface CsvDialect {
  delimiter: ',' | ';';
  decimal: ',' | '.';
}

/** The MIME type of a table. */
export const CSV_TYPE = 'text/csv;charset=utf-8';

/** In these regions, spreadsheets expect a semicolon although the decimal sign is a point. */
const SEMICOLON_REGIONS = ['CH', 'LI'];

/** Returns the decimal sign of a locale. */
export const decimalSignOf = (numberLocale: string): CsvDialect['decimal'] =>
  new Intl.NumberFormat(numberLocale).format(1.5).includes(',') ? ',' : '.';

/**
 * Returns the dialect that spreadsheets expect in the region of a locale. Where the comma is the
 * decimal sign, cells are separated by a semicolon.
 */
export const csvDialect = (numberLocale: string, decimal = decimalSignOf(numberLocale)): CsvDialect => ({
  decimal,
  delimiter: decimal === ',' || SEMICOLON_REGIONS.includes(new Intl.Locale(numberLocale).region ?? '') ? ';' : ',',
});

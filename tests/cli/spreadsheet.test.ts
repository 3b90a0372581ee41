// @vitest-environment jsdom
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvDialect } from '@/exports/csvDialect';
import { ALL_TABLES } from '@/exports/tables/allTables';
import type { ColumnType } from '@/exports/tables/column';
import { tableCsv } from '@/exports/tables/table';
import type { Cell } from '@/exports/toCsv';
import { exportedLog } from '../support/exportedLog';
import { HAS_SPREADSHEET, openInSpreadsheet, type SheetCell } from '../support/spreadsheet';

/** What a spreadsheet must make of a cell. A list of one number may be a number. */
function expectedCell(cell: Cell, type: ColumnType): SheetCell | 'any' {
  if (cell === null || cell === '') return null;
  const text = String(cell);
  switch (type) {
    case 'day':
      return { type: 'date', value: text };
    case 'local':
      return { type: 'date', value: text.replace(' ', 'T') };
    case 'time':
      return { type: 'time', value: `PT${text.replace(':', 'H')}M00S` };
    case 'whole':
    case 'decimal':
    case 'flag':
      return { type: 'float', value: text };
    case 'list':
      return 'any';
    default:
      // The apostrophe is the app's: without it, this cell would be a formula. Cells of Calc have
      // no tabulators.
      return { type: 'string', value: (/^[=+-]/.test(text) ? `'${text}` : text).replaceAll('\t', '') };
  }
}

describe.runIf(HAS_SPREADSHEET)('LibreOffice Calc', () => {
  it.each(['fr-FR', 'de-DE', 'en-US'])(
    'in %s reads each day and time as a date, each number as a number, and texts as they are',
    async (locale) => {
      const folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
      try {
        const log = exportedLog();
        const dialect = csvDialect(locale);
        for (const table of ALL_TABLES)
          await writeFile(join(folder, `${table.name}.csv`), await tableCsv(table, log, dialect));
        const names = ALL_TABLES.map(({ name }) => name);
        const sheets = await openInSpreadsheet({ folder, names, locale, separator: dialect.delimiter });
        const counts: Record<string, number> = {};
        for (const [index, table] of ALL_TABLES.entries()) {
          const [head = [], ...rows] = sheets[index] ?? [];
          expect(head.slice(0, table.columns.length).map((cell) => cell?.value)).toEqual(
            table.columns.map(({ name }) => name),
          );
          const expected = [...table.lines(log)].map((cells) =>
            cells.map((cell, column) => expectedCell(cell, table.columns[column]?.type ?? 'text')),
          );
          const read = expected.map((cells, row) =>
            cells.map((cell, column) => (cell === 'any' ? 'any' : (rows[row]?.[column] ?? null))),
          );
          expect({ table: table.name, cells: read }).toEqual({ table: table.name, cells: expected });
          for (const cell of read.flat())
            if (cell !== null && cell !== 'any') counts[cell.type] = (counts[cell.type] ?? 0) + 1;
        }
        // The log has cells of every type, so that none was compared by not being there.
        expect(counts).toEqual({
          date: expect.any(Number),
          time: expect.any(Number),
          float: expect.any(Number),
          string: expect.any(Number),
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});

import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import type { CsvDialect } from './csvDialect';
import { ALL_TABLES } from './tables/allTables';
import { tableCsv } from './tables/table';
import { wakeUpsTable } from './tables/wakeUps';
import { type TextFile, zipFiles } from './zip/zipFiles';

interface PackOptions {
  dialect: CsvDialect;
  /** The folder within the zip file, so that unpacking it does not fill the one it is in. */
  folder: string;
  now: Instant;
  /** Called with the share of the tables that are done. */
  onProgress: (fraction: number) => void;
}

/**
 * Packs all tables of a log into one zip file: a phone saves one file a tap, and not every share
 * sheet takes several.
 */
export function packTables(log: HouseholdLog, { dialect, folder, now, onProgress }: PackOptions): Promise<Blob> {
  async function* makeFiles(): AsyncGenerator<TextFile> {
    for (const [index, table] of ALL_TABLES.entries()) {
      onProgress(index / ALL_TABLES.length);
      yield { name: `${folder}/${table.name}.csv`, text: await tableCsv(table, log, dialect) };
    }
  }
  return zipFiles(makeFiles(), wallClockAt(now, log.household));
}

/** Formats the wake-ups of a log as a CSV file with one line each. */
export const wakeUpsCsv = (log: HouseholdLog, dialect: CsvDialect): Promise<string> =>
  tableCsv(wakeUpsTable, log, dialect);

import { Zip, ZipDeflate } from 'fflate';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { CsvDialect } from './csvDialect';
import { ALL_TABLES } from './tables/allTables';
import { tableCsv } from './tables/table';
import { wakeUpsTable } from './tables/wakeUps';

interface PackOptions {
  dialect: CsvDialect;
  /** The folder within the zip file, so that unpacking it does not fill the one it is in. */
  folder: string;
  now: Instant;
  /** Called with the share of the tables that are done. */
  onProgress: (fraction: number) => void;
}

/** A zip file can state no earlier moment; a phone whose clock was reset may be at one. */
const FIRST_MOMENT = Date.UTC(1980, 0, 2);

/**
 * Packs all tables of a log into one zip file: a phone saves one file a tap, and not every share
 * sheet takes several. The tables are made one by one: of those that are packed, only the packed
 * bytes stay in memory.
 */
export async function packTables(log: HouseholdLog, { dialect, folder, now, onProgress }: PackOptions): Promise<Blob> {
  const parts: BlobPart[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  for (const [index, table] of ALL_TABLES.entries()) {
    onProgress(index / ALL_TABLES.length);
    const file = new ZipDeflate(`${folder}/${table.name}.csv`);
    file.mtime = Math.max(now, FIRST_MOMENT);
    zip.add(file);
    file.push(new TextEncoder().encode(await tableCsv(table, log, dialect)), true);
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
}

/** Formats the wake-ups of a log as a CSV file with one line each. */
export const wakeUpsCsv = (log: HouseholdLog, dialect: CsvDialect): Promise<string> =>
  tableCsv(wakeUpsTable, log, dialect);

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvDialect } from '@/exports/csvDialect';
import { packTables } from '@/exports/packTables';
import { ALL_TABLES } from '@/exports/tables/allTables';
import { tableCsv } from '@/exports/tables/table';
import type { Instant } from '@/lib/time';
import { exportedLog } from '../support/exportedLog';
import { at } from '../support/factories';

/** Unpacks an archive with a library that checks the sizes. */
const unpack = async (zip: Blob) => unzipSync(new Uint8Array(await zip.arrayBuffer()));

describe('packTables', () => {
  it('packs every table into one folder, and says how far it is', async () => {
    const log = exportedLog();
    const dialect = csvDialect('fr-FR');
    const progress: number[] = [];
    const options = { dialect, folder: 'tables', now: at('2026-11-17 12:34') };
    const files = await unpack(await packTables(log, { ...options, onProgress: (done) => progress.push(done) }));
    expect(Object.keys(files)).toEqual(ALL_TABLES.map(({ name }) => `tables/${name}.csv`));
    for (const table of ALL_TABLES)
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[`tables/${table.name}.csv`])).toBe(
        await tableCsv(table, log, dialect),
      );
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress).toHaveLength(ALL_TABLES.length);
  });

  it('packs them on a phone whose clock was reset', async () => {
    const options = { dialect: csvDialect('en-GB'), folder: 'tables', now: 0 as Instant, onProgress: () => {} };
    const files = await unpack(await packTables(exportedLog(), options));
    expect(Object.keys(files)).toHaveLength(ALL_TABLES.length);
  });
});

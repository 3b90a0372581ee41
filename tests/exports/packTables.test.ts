import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvDialect } from '@/exports/csvDialect';
import { packTables } from '@/exports/packTables';
import { ALL_TABLES } from '@/exports/tables/allTables';
import { tableCsv } from '@/exports/tables/table';
import { crc32 } from '@/exports/zip/crc32';
import { zipFiles } from '@/exports/zip/zipFiles';
import { exportedLog } from '../support/exportedLog';
import { at, day, toWallTime } from '../support/factories';

const NOON = { day: day('2026-11-17'), time: toWallTime('12:34') };

/** Unpacks an archive with a library that checks the sizes. */
const unpack = async (zip: Blob) => unzipSync(new Uint8Array(await zip.arrayBuffer()));

describe('a zip file', () => {
  it('gives back any texts under their names, in order', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'aé🌝"\r\n'), maxLength: 500 });
    const files = fc.uniqueArray(fc.record({ name: fc.constantFrom('a.csv', 'b/é.csv', 'c.csv', 'd.csv'), text }), {
      selector: ({ name }) => name,
    });
    await fc.assert(
      fc.asyncProperty(files, async (packed) => {
        const unpacked = Object.entries(await unpack(await zipFiles(packed, NOON)));
        expect(unpacked.map(([name, bytes]) => ({ name, text: strFromU8(bytes) }))).toEqual(packed);
      }),
      { numRuns: 50 },
    );
  });

  it('states the checksum of each file: of "123456789" it is CBF43926', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('is a tenth of what it holds, where lines are alike', async () => {
    const text = '2026-11-17 02:43:00,2026-11-17T01:43:00.000Z,settled\r\n'.repeat(1000);
    expect((await zipFiles([{ name: 'a.csv', text }], NOON)).size).toBeLessThan(text.length / 10);
  });

  it.each([
    ['of a phone', NOON, '2026-11-17 12:34'],
    ['of a phone whose clock was reset', { ...NOON, day: day('1970-01-01') }, '1980-01-01 00:00'],
  ])('states the wall time %s', async (_name, writtenAt, expected) => {
    const bytes = new DataView(await (await zipFiles([{ name: 'a', text: 'a' }], writtenAt)).arrayBuffer());
    const [time, date] = [bytes.getUint16(10, true), bytes.getUint16(12, true)];
    const pad = (value: number) => String(value).padStart(2, '0');
    const stated = `${1980 + (date >> 9)}-${pad((date >> 5) & 15)}-${pad(date & 31)} ${pad(time >> 11)}:${pad((time >> 5) & 63)}`;
    expect(stated).toBe(expected);
  });
});

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
});

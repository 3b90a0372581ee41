import { describe, expect, it } from 'vitest';
import { readWholeLog, restoreLog } from '@/db/backup';
import { InfernalDatabase } from '@/db/database';
import { readReviewLog } from '@/db/reviewQueries';
import { parseBackup, serializeBackup } from '@/domain/backup';
import type { Day } from '@/lib/time';
import { freshDatabaseName, openWindow } from '../support/database';
import { differences } from '../support/differences';
import { at } from '../support/factories';
import { type FrozenVersion, frozenVersion } from '../support/frozenVersions';
import { rawDatabase } from '../support/version1/log';
import { computedOf } from '../support/version2';

const NOW = at('2026-11-19 08:00');

const computed = async (db: InfernalDatabase) => {
  const { log } = await readWholeLog(db);
  const noticed = { slips: [], now: at('2026-11-18 09:00') };
  return computedOf(log, await readReviewLog(db, '2026-11-17' as Day, log.household, noticed));
};

const idOf = (row: unknown): string => String((row as { id?: unknown }).id);

/** Every row by table, in the order of the ids, without the rows of `meta`. */
const rowsById = (tables: Record<string, unknown[]>) =>
  Object.fromEntries(
    Object.entries(tables)
      .filter(([table]) => table !== 'meta')
      .map(([table, rows]) => [table, rows.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))]),
  );

const parsed = (text: string) => {
  const read = parseBackup(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.backup;
};

interface Case {
  version: FrozenVersion;
  /** The tables that came after it. */
  newTables: readonly string[];
}

describe.each<Case>([
  { version: 3, newTables: ['outbox', 'documents', 'later', 'phones', 'pages'] },
  { version: 4, newTables: ['pages'] },
])('version $version', ({ version, newTables }) => {
  const frozen = frozenVersion(version);

  /** Opens the app's database over tables that this version wrote. */
  async function migrated(name = freshDatabaseName()): Promise<InfernalDatabase> {
    await frozen.putDatabase(name);
    const db = openWindow(name);
    await db.open();
    return db;
  }

  describe('of a database', () => {
    it('gives the same figures, charts, reports, questions and lines once it is migrated', async () => {
      expect(differences(await computed(await migrated()), frozen.expected())).toEqual([]);
    });

    it('keeps every row as it is, readable or not, and gets the tables that came later, empty', async () => {
      const name = freshDatabaseName();
      (await migrated(name)).close();
      const { version: present, tables } = await rawDatabase(name);
      expect(present).toBe(50);
      const added = Object.fromEntries(newTables.map((table) => [table, []]));
      expect(rowsById(tables)).toEqual({ ...rowsById(frozen.tables()), ...added });
      expect(tables.meta).toContainEqual({ id: 'schema', generation: 5 });
      expect(tables.meta).toContainEqual(frozen.tables().meta?.find(({ id }) => id === 'previous'));
    });

    it('stays unchanged in a window that cannot migrate', async () => {
      const name = freshDatabaseName();
      await frozen.putDatabase(name);
      await expect(new InfernalDatabase(name).open()).rejects.toThrow();
      const { version: present, tables } = await rawDatabase(name);
      expect(present).toBe(version * 10);
      expect(rowsById(tables)).toEqual(rowsById(frozen.tables()));
    });
  });

  describe('of a backup file', () => {
    it('becomes the same log as the database, and gives the same figures', async () => {
      const { log } = parsed(frozen.backup());
      expect(log).toEqual((await readWholeLog(await migrated())).log);
      const db = openWindow(freshDatabaseName());
      await restoreLog(db, { log, mode: 'replace', now: NOW });
      expect(differences(await computed(db), frozen.expected())).toEqual([]);
    });

    it('differs as a present file in its version only, and gives the same bytes in a second round trip', () => {
      const once = serializeBackup(parsed(frozen.backup()));
      expect(once).toBe(JSON.stringify({ ...JSON.parse(frozen.backup()), version: 5 }));
      expect(serializeBackup(parsed(once))).toBe(once);
    });
  });
});

/** What of a backup file these tests change. */
interface File {
  version: number;
  household: Record<string, unknown>;
  incidents: { timeline: Record<string, unknown>[] }[];
}

/** Adds an entry to the end of the first incident, and returns where it stands. */
function addEntry({ incidents }: File, change: object): string {
  const timeline = incidents[0]?.timeline ?? [];
  const { at: then, estimated, updatedAt, deletedAt } = timeline.at(-1) ?? {};
  timeline.push({ id: 'new', at: then, estimated, updatedAt, deletedAt, ...change });
  return `incidents[0].timeline[${timeline.length - 1}]`;
}

describe('a file is refused that contains what its version does not have', () => {
  const unknownField = (path: string) => ({ code: 'unknownField', path });
  it.each<[name: string, FrozenVersion, put: (file: File) => object]>([
    [
      'an incident that was joined',
      3,
      ({ incidents }) => {
        Object.assign(incidents[0]?.timeline[0] ?? {}, { joinedFrom: 'elsewhere' });
        return unknownField('incidents[0].timeline[0].joinedFrom');
      },
    ],
    ['a phone that rang', 4, (file) => ({ path: `${addEntry(file, { kind: 'delivered', to: 'dad' })}.kind` })],
    [
      'an answer “I can’t”',
      4,
      (file) => unknownField(`${addEntry(file, { kind: 'noResponse', by: 'dad', declined: true })}.declined`),
    ],
    [
      'a household that pages by itself',
      4,
      ({ household }) => {
        household.pagesByItself = true;
        return unknownField('household.pagesByItself');
      },
    ],
  ])('%s', (_name, version, put) => {
    const file: File = JSON.parse(frozenVersion(version).backup());
    const refusal = put(file);
    expect(parseBackup(JSON.stringify(file))).toMatchObject({ ok: false, refusal });
    file.version = version + 1;
    expect(parseBackup(JSON.stringify(file))).toMatchObject({ ok: true });
  });
});

import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type RestoreMode, restoreLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { pendingWrites } from '@/db/pending';
import { rawBackup } from '@/db/rawTables';
import type { RawTables } from '@/db/storedIncident';
import { toStoredIncident, withoutIndexFields } from '@/db/storedIncident';
import {
  type Backup,
  type BackupRefusal,
  type ParsedBackup,
  parseBackup,
  readBackupText,
  refusalValues,
  serializeBackup,
} from '@/domain/backup';
import { rowsOf } from '@/domain/mergeLogs';
import type { Incident } from '@/domain/rows/incident';
import { TABLE_NAMES } from '@/domain/rows/tables';
import { loadTranslation, type Translation } from '@/i18n/useTranslation';
import { dumpDatabase, exampleLog, exampleText, fileOf, fillDatabase, otherPhoneLog, replaceInfinity } from './backup';
import { corruptBackup } from './corruptBackup';
import { freshDatabaseName, openWindow } from './database';
import { at } from './factories';

/** The number of parts. Each part is a test file, because a worker takes whole files. */
const PARTS = 3;
/**
 * The number of files in all parts. `FUZZ_SEED=<seed> FUZZ_FILES=1` corrupts the file of that seed
 * again.
 */
const FILES = Number(process.env.FUZZ_FILES ?? 5_100);
const FIRST_SEED = Number(process.env.FUZZ_SEED ?? 0);
/** With fewer files, some kinds of damage may not occur, so the counts are not checked. */
const ENOUGH_TO_COUNT = 1_500;

const now = at('2026-11-17 10:05');

/** Each merge makes the log longer, so the log is reset after this number of merges. */
const MERGES_PER_LOG = 20;
/** Every seventh restore fails because the storage is full. */
const FULL_EVERY = 7;

/** A phone, and its whole database as a JSON text after the last restore. */
interface Phone {
  db: InfernalDatabase;
  dump: string;
}

let languages: Translation[] = [];
/** The number of writes so far, and the number of rows that the storage still has room for. */
let writes = 0;
let remainingWrites = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  languages = await Promise.all((['en', 'fr'] as const).map((language) => loadTranslation(language, [])));
  await Promise.all(languages.map((words) => words.loadDayMessages()));
});

afterEach(() => vi.restoreAllMocks());

function countWrites(): void {
  const { put, clear } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    writes += 1;
    remainingWrites -= 1;
    if (remainingWrites < 0) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    return put.apply(this, args);
  });
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
    writes += 1;
    return clear.apply(this);
  });
}

async function readFile(bytes: Uint8Array): Promise<ParsedBackup> {
  const text = await readBackupText(fileOf(bytes));
  return text.ok ? parseBackup(text.text) : text;
}

/** Returns what is wrong with the sentence of a refusal. */
function refusalProblems(refusal: BackupRefusal): string[] {
  const values = refusalValues(refusal);
  return languages.flatMap(({ language, t }) => {
    const sentence = t(`backup.refused.${refusal.code}`, values);
    if (sentence.trim().length < 20) return [`${language}: no sentence`];
    if (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(sentence))
      return [`${language}: more than a line: ${JSON.stringify(sentence)}`];
    if ('path' in values && !sentence.includes(String(values.path))) return [`${language}: no path: ${sentence}`];
    return sentence.length > 250 ? [`${language}: too long: ${sentence}`] : [];
  });
}

/** Restores an accepted backup and returns what is wrong with the phone afterwards. */
async function restoreProblems(phone: Phone, { log }: Backup, mode: RestoreMode): Promise<string[]> {
  const { db, dump: dumpBefore } = phone;
  const result = await restoreLog(db, { log, mode, now });
  const wasFull = remainingWrites < 0;
  remainingWrites = Number.POSITIVE_INFINITY;
  phone.dump = await dumpDatabase(db);
  if ((await pendingWrites()).length > 0) return ['something is kept to be tried again'];

  if (!result.ok || !result.value.ok) {
    if (phone.dump !== dumpBefore) return ['refused, and half written'];
    if (result.ok && !result.value.ok) return refusalProblems(result.value.refusal);
    return wasFull ? [] : [`failed: ${JSON.stringify(result)}`];
  }
  if (wasFull) return ['the storage was full, but the restore reported success'];
  return rowProblems(JSON.parse(phone.dump), JSON.parse(dumpBefore), log, mode);
}

function rowProblems(tables: RawTables, tablesBefore: RawTables, log: Backup['log'], mode: RestoreMode): string[] {
  const misindexedIncidents = tables.incidents.filter((row) => {
    const stored = toStoredIncident(withoutIndexFields(row) as Incident);
    return JSON.stringify(stored, replaceInfinity) !== JSON.stringify(row);
  });
  if (misindexedIncidents.length > 0) return [`wrongly indexed: ${JSON.stringify(misindexedIncidents)}`];
  const parsed = parseBackup(JSON.stringify(rawBackup(tables, now)));
  if (!parsed.ok) return [`its own backup could not be restored: ${JSON.stringify(parsed.refusal)}`];
  if (mode === 'replace') {
    const isSame = serializeBackup(parsed.backup) === serializeBackup({ exportedAt: now, log });
    return isSame ? [] : ['not the log of the file'];
  }
  return TABLE_NAMES.filter((table) => {
    const ids = new Set(rowsOf(parsed.backup.log, table).map(({ id }) => id));
    const expectedRows = [...rowsOf(log, table), ...(tablesBefore[table] as { id: string }[])];
    return expectedRows.some(({ id }) => !ids.has(id));
  }).map((table) => `lost a row of ${table}`);
}

/** Corrupts a backup with every seed of a part, 0 to 2, and restores each result. */
export function fuzzBackups(part: number): void {
  it(
    'restores a corrupted backup whole or refuses it in a sentence, and never writes a part of it',
    async () => {
      const phones = {
        merge: { db: await fillDatabase(openWindow(freshDatabaseName()), otherPhoneLog()), dump: '' },
        replace: { db: await fillDatabase(openWindow(freshDatabaseName()), exampleLog()), dump: '' },
      };
      for (const phone of Object.values(phones)) phone.dump = await dumpDatabase(phone.db);
      countWrites();
      const text = exampleText();
      const refusalCounts: Record<string, number> = {};
      const problems: string[] = [];
      let fileCount = 0;
      let takenCount = 0;

      for (let seed = FIRST_SEED + part; seed < FIRST_SEED + FILES; seed += PARTS) {
        const { changes, bytes } = corruptBackup(text, seed);
        const writesBefore = writes;
        const parsed = await readFile(bytes);
        fileCount += 1;
        if (writes !== writesBefore) problems.push(`${seed} (${changes}): read, and something was written`);
        if (!parsed.ok) {
          const { code } = parsed.refusal;
          refusalCounts[code] = (refusalCounts[code] ?? 0) + 1;
          problems.push(...refusalProblems(parsed.refusal).map((problem) => `${seed} (${changes}): ${problem}`));
          continue;
        }
        takenCount += 1;
        const mode = takenCount % 2 === 0 ? 'merge' : 'replace';
        if (takenCount % FULL_EVERY === 0) remainingWrites = seed % 30;
        const restorationProblems = await restoreProblems(phones[mode], parsed.backup, mode);
        problems.push(...restorationProblems.map((problem) => `${seed} (${changes}), ${mode}: ${problem}`));
        if (takenCount % (2 * MERGES_PER_LOG) === 0) {
          await fillDatabase(phones.merge.db, otherPhoneLog());
          phones.merge.dump = await dumpDatabase(phones.merge.db);
        }
      }

      const counts = JSON.stringify({ fileCount, takenCount, refusalCounts });
      expect(problems, counts).toEqual([]);
      if (fileCount < ENOUGH_TO_COUNT) return;
      expect(takenCount, counts).toBeGreaterThanOrEqual(50);
      expect(Object.keys(refusalCounts).length, counts).toBeGreaterThanOrEqual(8);
    },
    120_000 * Math.ceil(FILES / 5_100),
  );
}

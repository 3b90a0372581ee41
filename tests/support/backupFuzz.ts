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

/** Each merge makes the log longer, so the log starts anew after so many. */
const MERGES_PER_LOG = 20;
/** Every seventh restore fails because the storage is full. */
const FULL_EVERY = 7;

/** A phone, and its whole database as JSON after the last restore. */
interface Phone {
  db: InfernalDatabase;
  bytes: string;
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
  return text.ok ? parseBackup(text.text, now) : text;
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
  const { db, bytes: before } = phone;
  const result = await restoreLog(db, { log, mode, now });
  const wasFull = remainingWrites < 0;
  remainingWrites = Number.POSITIVE_INFINITY;
  phone.bytes = await dumpDatabase(db);
  if (pendingWrites().length > 0) return ['something is kept to be tried again'];

  if (!result.ok || !result.value.ok) {
    if (phone.bytes !== before) return ['refused, and half written'];
    if (result.ok && !result.value.ok) return refusalProblems(result.value.refusal);
    return wasFull ? [] : [`failed: ${JSON.stringify(result)}`];
  }
  if (wasFull) return ['the storage was full, and nobody said so'];
  return rowProblems(JSON.parse(phone.bytes), JSON.parse(before), log, mode);
}

function rowProblems(here: RawTables, before: RawTables, log: Backup['log'], mode: RestoreMode): string[] {
  const wrongly = here.incidents.filter((each) => {
    const stored = toStoredIncident(withoutIndexFields(each) as Incident);
    return JSON.stringify(stored, replaceInfinity) !== JSON.stringify(each);
  });
  if (wrongly.length > 0) return [`wrongly indexed: ${JSON.stringify(wrongly)}`];
  const next = parseBackup(JSON.stringify(rawBackup(here, now)), now);
  if (!next.ok) return [`its own backup could not be restored: ${JSON.stringify(next.refusal)}`];
  if (mode === 'replace') {
    const isSame = serializeBackup(next.backup) === serializeBackup({ exportedAt: now, log });
    return isSame ? [] : ['not the log of the file'];
  }
  return TABLE_NAMES.filter((table) => {
    const ids = new Set(rowsOf(next.backup.log, table).map(({ id }) => id));
    const both = [...rowsOf(log, table), ...(before[table] as { id: string }[])];
    return both.some(({ id }) => !ids.has(id));
  }).map((table) => `lost a row of ${table}`);
}

/** Corrupts a backup with every seed of a part, 0 to 2, and restores each result. */
export function fuzzBackups(part: number): void {
  it(
    'a backup that was spoilt on its way is taken whole or refused in a sentence, and never half written',
    async () => {
      const phones = {
        merge: { db: await fillDatabase(openWindow(freshDatabaseName()), otherPhoneLog()), bytes: '' },
        replace: { db: await fillDatabase(openWindow(freshDatabaseName()), exampleLog()), bytes: '' },
      };
      for (const phone of Object.values(phones)) phone.bytes = await dumpDatabase(phone.db);
      countWrites();
      const text = exampleText();
      const refused: Record<string, number> = {};
      const wrong: string[] = [];
      let ran = 0;
      let taken = 0;

      for (let seed = FIRST_SEED + part; seed < FIRST_SEED + FILES; seed += PARTS) {
        const { changes, bytes } = corruptBackup(text, seed);
        const writesBefore = writes;
        const parsed = await readFile(bytes);
        ran += 1;
        if (writes !== writesBefore) wrong.push(`${seed} (${changes}): read, and something was written`);
        if (!parsed.ok) {
          const { code } = parsed.refusal;
          refused[code] = (refused[code] ?? 0) + 1;
          wrong.push(...refusalProblems(parsed.refusal).map((what) => `${seed} (${changes}): ${what}`));
          continue;
        }
        taken += 1;
        const mode = taken % 2 === 0 ? 'merge' : 'replace';
        if (taken % FULL_EVERY === 0) remainingWrites = seed % 30;
        const problems = await restoreProblems(phones[mode], parsed.backup, mode);
        wrong.push(...problems.map((what) => `${seed} (${changes}), ${mode}: ${what}`));
        if (taken % (2 * MERGES_PER_LOG) === 0) {
          await fillDatabase(phones.merge.db, otherPhoneLog());
          phones.merge.bytes = await dumpDatabase(phones.merge.db);
        }
      }

      const counts = JSON.stringify({ ran, taken, refused });
      expect(wrong, counts).toEqual([]);
      if (ran < ENOUGH_TO_COUNT) return;
      expect(taken, counts).toBeGreaterThanOrEqual(50);
      expect(Object.keys(refused).length, counts).toBeGreaterThanOrEqual(8);
    },
    120_000 * Math.ceil(FILES / 5_100),
  );
}

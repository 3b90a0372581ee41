import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { refusalValues, serializeBackup } from '@/domain/backup';
import { findByName } from '@/domain/namesakes';
import type { HouseholdLog } from '@/domain/rows/tables';
import { loadReportTranslation, type ReportTranslation } from '@/i18n/report';
import type { FileProblem } from '@/importers/files/source';
import { formatTold } from '@/importers/formatTold';
import { type PeopleInFiles, peopleIn } from '@/importers/people';
import { namePeople, type PeopleAnswers, type Person, presetPeople } from '@/importers/plan/people';
import { planImport } from '@/importers/plan/planImport';
import { rowsToWrite, withRows } from '@/importers/plan/rowsToWrite';
import { readFiles } from '@/importers/readFiles';
import { tellFiles } from '@/importers/tellFiles';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { CliError, languageOf } from './command';
import { type Answers, parseAnswers } from './importAnswers';
import { readHousehold } from './importHousehold';
import { type ImportCall, parseImportArgs } from './importOptions';

/**
 * Carries out a call of `npm run import`: returns a backup with what comes of the files of another
 * tracker, or with `--dry-run` what would come of them.
 *
 * @throws CliError with the sentence of a refusal
 */
export async function importFiles(args: readonly string[]): Promise<string> {
  const translation = await loadReportTranslation(languageOf(process.env));
  const { tReport } = translation;
  const parsed = parseImportArgs(args);
  if (!parsed.ok) throw new CliError(tReport(`import.error.${parsed.refusal.code}`, { ...parsed.refusal }));
  const call = parsed.value;
  const now = call.now ?? readClock();
  const log = await loadHousehold(call, now, translation);
  const answers = await loadAnswers(call, translation);
  const { files } = await readChoice(call, answers, translation);
  const people = peopleIn(files);
  const named = namePeople(answerPeople(log, people, answers, translation), people, log, now);
  const told = tellFiles(files, {
    hours: log.household,
    timeZone: log.household.timeZone,
    now,
    childOf: named.childOf,
  });
  if (call.isDryRun) {
    const names = new Map([...log.children, ...named.children].map(({ id, name }) => [id, name]));
    return `${JSON.stringify(
      formatTold(told, call.files.length > 1, (id) => names.get(id) ?? id),
      null,
      1,
    )}\n`;
  }
  const plan = planImport(told, {
    log,
    hours: log.household,
    names: { childId: (id) => id, caregiverId: named.caregiverOf },
    now,
    bringsBack: false,
  });
  return `${serializeBackup({ exportedAt: now, log: withRows(log, rowsToWrite(plan, named)) })}\n`;
}

async function readText(path: string, { tReport }: ReportTranslation): Promise<string> {
  return (await readBytes(path, tReport)).toString('utf8');
}

async function readBytes(path: string, tReport: ReportTranslation['tReport']): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CliError(tReport('error.file', { path, code }));
  }
}

async function loadHousehold({ household }: ImportCall, now: Instant, translation: ReportTranslation) {
  const read = readHousehold(await readText(household, translation), now);
  if (read.ok) return read.log;
  const reason = translation.t(`backup.refused.${read.refusal.code}`, refusalValues(read.refusal));
  throw new CliError(translation.tReport('error.refused', { path: household, reason }));
}

async function loadAnswers({ answers }: ImportCall, translation: ReportTranslation): Promise<Answers> {
  const parsed = parseAnswers(answers === null ? '{}' : await readText(answers, translation));
  if (parsed) return parsed;
  throw new CliError(translation.tReport('import.error.answers', { file: answers ?? '' }));
}

async function readChoice({ files }: ImportCall, answers: Answers, { t, tReport }: ReportTranslation) {
  const chosen = await Promise.all(
    files.map(async (path) => ({ name: basename(path), bytes: await readBytes(path, tReport) })),
  );
  const read = readFiles(chosen, { order: answers.order ?? null });
  if (!read.ok) throw new CliError(formatProblem(read.problem, t));
  const [file] = read.value.openOrder;
  if (file !== undefined) throw new CliError(tReport('import.error.order', { file }));
  return read.value;
}

const formatProblem = ({ code, ...values }: FileProblem, t: ReportTranslation['t']): string =>
  t(`importing.refused.${code}`, values);

/** Returns who the people of the files are: by the answers, else by their names. */
function answerPeople(
  log: HouseholdLog,
  people: PeopleInFiles,
  { child, children, caregivers }: Answers,
  { tReport }: ReportTranslation,
): PeopleAnswers {
  const described = new Map(people.described.map(({ key, name }) => [key, name]));
  const personOf = (rows: HouseholdLog['children'] | HouseholdLog['caregivers'], name: string): Person =>
    findByName<(typeof rows)[number]>(rows, name) ?? { name };
  const childOf = (key: string | null): Person | null => {
    const answer = key === null ? child : children[key];
    const name = answer === undefined && key !== null ? (described.get(key) ?? key) : answer;
    if (name === null) return null;
    // A number is no name.
    if (name === undefined || (name === key && answer === undefined && /^\d+$/.test(name)))
      throw new CliError(
        tReport(key === null ? 'import.error.child' : 'import.error.childByNumber', { key: key ?? '' }),
      );
    return personOf(log.children, name);
  };
  const presets = presetPeople(people, log);
  const caregiverOf = (name: string): Person | null => {
    const answer = caregivers[name];
    if (answer === undefined) return presets.caregivers.get(name) ?? null;
    return answer === null ? null : personOf(log.caregivers, answer);
  };
  return {
    children: new Map(people.children.map((key) => [key, childOf(key)])),
    caregivers: new Map(people.caregivers.map((name) => [name, caregiverOf(name)])),
  };
}

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { refusalValues, serializeBackup } from '@/domain/backup';
import type { HouseholdLog } from '@/domain/rows/tables';
import { loadReportTranslation, type ReportTranslation } from '@/i18n/report';
import type { FileProblem } from '@/importers/files/source';
import { formatTold } from '@/importers/formatTold';
import { findByName, isSameName, peopleIn } from '@/importers/people';
import { addToLog, newCaregivers, newChildren } from '@/importers/plan/addToLog';
import { planImport } from '@/importers/plan/planImport';
import { newPersonId } from '@/importers/plan/toRows';
import { type ReadChoice, readFiles } from '@/importers/readFiles';
import { tellFiles } from '@/importers/tellFiles';
import type { Told } from '@/importers/told';
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
  const choice = await readChoice(call, answers, translation);
  const naming = nameChildren(log, choice, answers, translation);
  const told = tellFiles(choice.files, {
    hours: log.household,
    timeZone: log.household.timeZone,
    now,
    nameOfChild: (child) => naming.get(child) ?? null,
  });
  if (call.isDryRun) return `${JSON.stringify(formatTold(told, call.files.length > 1), null, 1)}\n`;
  return `${serializeBackup({ exportedAt: now, log: withImported(log, told, choice, answers, now) })}\n`;
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

async function readChoice({ files }: ImportCall, answers: Answers, { tReport }: ReportTranslation) {
  const chosen = await Promise.all(
    files.map(async (path) => ({ name: basename(path), bytes: await readBytes(path, tReport) })),
  );
  const read = readFiles(chosen, { order: answers.order ?? null });
  if (!read.ok) throw new CliError(formatProblem(read.problem, tReport));
  const [file] = read.value.openOrder;
  if (file !== undefined) throw new CliError(tReport('import.error.order', { file }));
  return read.value;
}

const formatProblem = ({ code, ...values }: FileProblem, tReport: ReportTranslation['tReport']): string =>
  tReport(`import.refused.${code}`, values);

/** Returns the names of the children of the files; none for those that are left out. */
function nameChildren(
  log: HouseholdLog,
  { files }: ReadChoice,
  { child, children }: Answers,
  { tReport }: ReportTranslation,
): Map<string | null, string> {
  const people = peopleIn(files);
  const described = new Map(people.described.map(({ key, name }) => [key, name]));
  const names = new Map<string | null, string>();
  /** However a name is typed, it is one child. */
  const knownName = (name: string): string =>
    findByName(log.children, name)?.name ?? [...names.values()].find((other) => isSameName(other, name)) ?? name;
  for (const key of people.children) {
    const answer = key === null ? child : children[key];
    if (answer === null) continue;
    const name = answer ?? (key === null ? undefined : described.get(key));
    // A number is no name.
    if (name === undefined && (key === null || /^\d+$/.test(key)))
      throw new CliError(
        tReport(key === null ? 'import.error.child' : 'import.error.childByNumber', { key: key ?? '' }),
      );
    names.set(key, knownName(name ?? key ?? ''));
  }
  return names;
}

/** Adds what the files tell to the log, with the people that are new to it. */
function withImported(
  log: HouseholdLog,
  told: Told,
  { files }: ReadChoice,
  answers: Answers,
  now: Instant,
): HouseholdLog {
  const people = peopleIn(files);
  const named = new Set([...told.incidents, ...told.observations].map(({ childName }) => childName));
  const unknownChildren = [...named].filter((name) => !findByName(log.children, name)).sort();
  const births = new Map(people.described.map(({ name, birthDate }) => [name, birthDate]));
  const nameOf = (caregiver: string): string | null => {
    const answer = answers.caregivers[caregiver];
    return answer === undefined ? (findByName(log.caregivers, caregiver)?.name ?? null) : answer;
  };
  const wanted = [...new Set(people.caregivers.flatMap((caregiver) => nameOf(caregiver) ?? []))];
  const unknownCaregivers = wanted.filter((name) => !findByName(log.caregivers, name));
  const plan = planImport(told, {
    log,
    hours: log.household,
    now,
    names: {
      childId: (name) => findByName(log.children, name)?.id ?? newPersonId('children', name),
      caregiverId: (caregiver) => {
        const name = nameOf(caregiver);
        return name === null ? null : (findByName(log.caregivers, name)?.id ?? newPersonId('caregivers', name));
      },
    },
  });
  return addToLog(log, plan, {
    children: newChildren(
      unknownChildren.map((name) => ({ name, birthDate: births.get(name) ?? null })),
      log.children,
      now,
    ),
    caregivers: newCaregivers(
      unknownCaregivers.map((name) => ({ name })),
      log.caregivers,
      now,
    ),
  });
}

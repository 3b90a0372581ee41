import { openAsBlob } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { parseBackup, readBackupText, refusalValues } from '@/domain/backup';
import type { CsvDialect } from '@/exports/csvDialect';
import { loadReportTranslation, type ReportTranslation } from '@/i18n/report';
import { readClock } from '@/lib/clock';
import { computeMetrics } from '@/metrics/computeMetrics';
import { CliError, languageOf, runCommand } from './command';
import { exportFile } from './exportFile';
import { formatReport } from './formatReport';
import { type CliRefusal, parseCallArgs, rangeOf } from './options';
import { printOpenMetrics } from './printOpenMetrics';

/*
 * `npm run --silent report -- BACKUP.json …` prints the figures of a backup file, for anybody who
 * wants to check them without the app, or what it holds as a file for another tool.
 */

const COMMAS: CsvDialect = { delimiter: ',', decimal: '.' };
const SEMICOLONS: CsvDialect = { delimiter: ';', decimal: ',' };

runCommand('report', main);

async function main(args: readonly string[]): Promise<string> {
  const call = parseCallArgs(args);
  const translation = await loadReportTranslation((call.ok ? call.value.language : null) ?? languageOf(process.env));
  if (!call.ok) throw new CliError(formatRefusal(call.refusal, translation));
  const { path, json, openMetrics } = call.value;

  const now = call.value.now ?? readClock();
  const file = await readBackupText(await open(path, translation));
  const parsed = file.ok ? parseBackup(file.text) : file;
  if (!parsed.ok) {
    const reason = translation.t(`backup.refused.${parsed.refusal.code}`, refusalValues(parsed.refusal));
    throw new CliError(translation.tReport('error.refused', { path, reason }));
  }
  const { log } = parsed.backup;
  const range = rangeOf(call.value, log.household, now);
  if (!range.ok) throw new CliError(formatRefusal(range.refusal, translation));

  if (openMetrics) return printOpenMetrics(openMetrics, log, call.value, now);
  const { exported, semicolons } = call.value;
  if (exported) {
    const dialect = semicolons ? SEMICOLONS : COMMAS;
    return exportFile(exported, { log, now, range: range.value, dialect, translation });
  }
  const metrics = computeMetrics(log, range.value, now);
  return json ? `${JSON.stringify(metrics, null, 2)}\n` : formatReport(metrics, log, now, translation);
}

function formatRefusal({ code, ...values }: CliRefusal, { tReport }: ReportTranslation): string {
  return tReport(`error.${code}`, values);
}

async function open(path: string, { tReport }: ReportTranslation): Promise<Blob> {
  try {
    await access(path, constants.R_OK);
    return await openAsBlob(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CliError(tReport('error.file', { path, code }));
  }
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findByName } from '@/domain/namesakes';
import { livedNight } from '@/domain/night';
import { comingNight } from '@/domain/rotaCycle';
import type { HouseholdLog } from '@/domain/rows/tables';
import { rotaCalendar } from '@/exports/calendar/rotaCalendar';
import type { CsvDialect } from '@/exports/csvDialect';
import { wakeUpsCsv } from '@/exports/packTables';
import { reportJson } from '@/exports/reportJson';
import { ALL_TABLES } from '@/exports/tables/allTables';
import { liveRows, tableCsv } from '@/exports/tables/table';
import type { ReportTranslation } from '@/i18n/report';
import type { Instant } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';
import { computeReport } from '@/metrics/paediatrician/computeReport';
import { CliError } from './command';
import type { ExportRequest } from './exportOptions';

interface ExportContext {
  log: HouseholdLog;
  now: Instant;
  /** The nights of the paediatrician's report. Other files hold the whole log or what comes. */
  range: NightRange;
  dialect: CsvDialect;
  translation: ReportTranslation;
}

/** Makes the file for another tool, and returns it; of the tables it returns where they are. */
export async function exportFile(request: ExportRequest, context: ExportContext): Promise<string> {
  const { log, now, range, dialect, translation } = context;
  switch (request.kind) {
    case 'tables':
      return writeTables(request.folder, context);
    case 'wakeUps':
      return wakeUpsCsv(log, dialect);
    case 'calendar':
      return calendarOf(log, now, translation);
    case 'paediatrician': {
      // What is no name may be an id.
      const childId = findByName(log.children, request.child)?.id ?? request.child;
      const report = computeReport(log, childId, range, now);
      if (!report) throw new CliError(translation.tReport('error.child', { name: request.child }));
      return reportJson(report);
    }
  }
}

async function writeTables(folder: string, { log, dialect, translation }: ExportContext): Promise<string> {
  const written: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const table of ALL_TABLES) {
      const path = join(folder, `${table.name}.csv`);
      await writeFile(path, await tableCsv(table, log, dialect));
      written.push(`${path}\n`);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CliError(translation.tReport('error.folder', { path: folder, code }));
  }
  return written.join('');
}

function calendarOf({ household, caregivers, nights: rows }: HouseholdLog, now: Instant, words: ReportTranslation) {
  const nights = liveRows(rows);
  const running = livedNight(now, household);
  const first = comingNight(household, nights.find(({ id }) => id === running) ?? null, now);
  return rotaCalendar({ household, caregivers, nights }, { first, now }, words);
}

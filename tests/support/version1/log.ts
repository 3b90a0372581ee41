import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Dexie } from 'dexie';
import papaparse from 'papaparse';
import type { ReviewLog } from '@/domain/review/proposal';
import { propose } from '@/domain/review/propose';
import type { HouseholdLog } from '@/domain/rows/tables';
import { formatRunbookEntry } from '@/domain/runbook/formatRunbookEntry';
import { liveEntries } from '@/domain/timeline/foldTimeline';
import { incidentsCsv } from '@/exports/logTables';
import { generateLines } from '@/features/postmortem/sections/generate';
import { computePostmortemData } from '@/features/postmortem/sections/postmortemData';
import { createSectionFormat } from '@/features/postmortem/sections/sectionFormat';
import { getFormat } from '@/i18n/format';
import { runbookEntryWords } from '@/i18n/runbookEntryWords';
import type { Language } from '@/i18n/translator';
import { loadTranslation, type Translation } from '@/i18n/useTranslation';
import type { Day, Instant } from '@/lib/time';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics } from '@/metrics/computeMetrics';
import type { NightRange } from '@/metrics/nightPlans';
import { computeReport } from '@/metrics/paediatrician/computeReport';

/*
 * The fixtures of version 1 (tests/fixtures/version-1), and functions that compute the same results
 * from a log of today.
 */

const FOLDER = resolve('tests', 'fixtures', 'version-1');
const read = (name: string): string => readFileSync(resolve(FOLDER, name), 'utf8');

interface Expected {
  now: Instant;
  range: NightRange;
  duty: { primary: string; secondary: string };
  lines: Record<string, string>;
  engine: { incidentId: string; now: Instant; step: object | null }[];
}

export const backupOfVersion1 = (): string => read('backup.json');

/**
 * Fields of charts and reports that were renamed since version 1. Their values are compared as they
 * were.
 */
const RENAMED_FIELDS: Record<string, string> = {
  by: 'caregiverIds',
  steps: 'buckets',
  vagueStart: 'isStartEstimated',
  vagueEnd: 'isEndEstimated',
  running: 'isRunning',
  outside: 'hasAwakeOutsideHours',
  most: 'max',
  freeNights: 'incidentFreeNights',
};

/**
 * Kinds of review questions that were renamed since version 1. Their ids are stored and have not
 * changed.
 */
const RENAMED_KINDS: Record<string, string> = { who: 'missingResponder', cause: 'missingCause' };

/**
 * Sentences of the post-mortem that were untrue and were changed since version 1. The fixture's
 * night of the 14th has a false alarm, so something did break.
 */
const CHANGED_SENTENCES: Record<string, string> = {
  '- None. Nothing broke, which is suspicious.': '- A false alarm needs none.',
  '- Aucune. Rien n’est tombé en panne, ce qui est suspect.': '- Une fausse alerte n’en demande pas.',
};
const NIGHT_WITH_FALSE_ALARM = '2026-11-14';

/** French words of version 1, and what is said today. */
const CHANGED_WORDS = [
  ['Sans intervention', 'Ça redort sans nous'],
  ['Nouveau réveil', 'Se réveille à nouveau'],
  ['juste avant le sommeil', 'dernier geste avant le sommeil,'],
] as const;

/** The sections of a post-mortem in the order of today; version 1 had the timeline third. */
const SECTIONS = 'title summary story cause question actions impact worked escalations lucky timeline'.split(' ');

/** The results of version 1 of the app for the fixture, under the field names of today. */
export function expectedOfVersion1(): Expected {
  const { charts, reports, proposals, postmortems, ...expected } = JSON.parse(
    CHANGED_WORDS.reduce((text, [before, today]) => text.replaceAll(before, today), read('expected.json')),
  );
  return {
    ...expected,
    charts: {
      ...withFieldNamesOfToday({ ...charts, illnessNights: null }),
      illnessNights: charts.illnessNights,
      raster: withFieldNamesOfToday(charts.raster).map(withoutStart),
    },
    reports: withFieldNamesOfToday(reports),
    postmortems: Object.fromEntries(
      Object.entries<Line[]>(postmortems).map(([name, lines]) => [
        name,
        inOrderOfToday(withSentencesOfToday(name, lines)),
      ]),
    ),
    proposals: proposals.map(({ id, kind }: { id: string; kind: string }) => ({
      id,
      kind: RENAMED_KINDS[kind] ?? kind,
    })),
  };
}

interface Line {
  key: string;
  text: string;
}

/** A section begins with the empty line before its heading, whose key has its name. */
function inOrderOfToday(lines: readonly Line[]): Line[] {
  const sections = new Map<string, Line[]>();
  let name = 'title';
  for (const line of lines) {
    if (line.key.endsWith('.gap')) name = line.key.replace('.gap', '');
    sections.set(name, [...(sections.get(name) ?? []), line]);
  }
  return SECTIONS.flatMap((section) => sections.get(section) ?? []);
}

const withSentencesOfToday = (name: string, lines: readonly Line[]) =>
  name.startsWith(NIGHT_WITH_FALSE_ALARM)
    ? lines.map((line) => ({ ...line, text: CHANGED_SENTENCES[line.text] ?? line.text }))
    : lines;

const withFieldNamesOfToday = (value: object) =>
  JSON.parse(
    JSON.stringify(value),
    // A JSON reviver gets each object after its content.
    (_key, part) =>
      part === null || typeof part !== 'object' || Array.isArray(part)
        ? part
        : Object.fromEntries(Object.entries(part).map(([name, field]) => [RENAMED_FIELDS[name] ?? name, field])),
  );

/**
 * In version 1 a night of the raster had its first instant in a separate field; the window begins
 * with the same instant.
 */
const withoutStart = ({ startsAt: _startsAt, ...night }: { startsAt: number }) => night;

export const tablesOfVersion1 = (): Record<string, Record<string, unknown>[]> =>
  JSON.parse(read('database.json'), (_key, value) => (value === 'Infinity' ? Number.POSITIVE_INFINITY : value));

/** The tables as version 1 declared them, and as version 2 left them. */
export const STORES_OF_VERSION_1 = {
  household: 'id',
  children: 'id',
  caregivers: 'id',
  incidents: 'id, detectedAt, resolvedAt, [childId+detectedAt]',
  nights: 'id',
  episodes: 'id, childId',
  observations: 'id, at, [childId+at]',
  chores: 'id, deferredAt',
  naps: 'id, startedAt',
  runbooks: 'id',
  meta: 'id',
};

/** Creates a database of version 1 under the name that the app opens. */
export async function putDatabaseOfVersion1(name: string, tables = tablesOfVersion1()): Promise<void> {
  const db = new Dexie(name);
  db.version(1).stores(STORES_OF_VERSION_1);
  await db.open();
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkPut(rows);
  db.close();
}

/**
 * Returns every stored row, and the browser's version of the database, which is ten times Dexie's.
 */
export async function rawDatabase(name: string): Promise<{ version: number; tables: Record<string, unknown[]> }> {
  const db = new Dexie(name);
  await db.open();
  const tables: Record<string, unknown[]> = {};
  for (const table of db.tables) tables[table.name] = await table.toArray();
  const version = db.verno * 10;
  db.close();
  return { version, tables };
}

const NIGHTS = ['2026-11-14', '2026-11-16', '2026-11-17'] as Day[];

const wordsIn = async (language: Language) => {
  const words = await loadTranslation(language, [language === 'en' ? 'en-GB' : 'fr-FR']);
  await words.loadDayMessages();
  return words;
};

/**
 * Computes the figures and texts that `expected.json` holds from a log of today. The result is
 * JSON, so it has no undefined.
 */
export async function saidOf(log: HouseholdLog, review: Pick<ReviewLog, 'incidents' | 'nights' | 'firstNight'>) {
  const { now, range } = expectedOfVersion1();
  const { timeZone } = log.household;
  const [en, fr] = [await wordsIn('en'), await wordsIn('fr')];
  const postmortem = (night: Day, words: typeof en) => {
    const story = computePostmortemData(night, log, now);
    return story && generateLines(story, createSectionFormat(words, getFormat(words.locale, timeZone), log));
  };
  const reported = log.children.filter(({ archived }) => !archived).map(({ id }) => id);
  return JSON.parse(
    JSON.stringify({
      metrics: computeMetrics(log, range, now),
      lastNights: NIGHTS.map((night) => computeMetrics(log, { from: night, to: night }, now)),
      charts: chartsOf(log),
      reports: Object.fromEntries(reported.map((child) => [child, reportOf(log, child)])),
      proposals: propose({ ...log, ...review }, now).map(({ id, kind }) => ({ id, kind })),
      postmortems: Object.fromEntries(
        NIGHTS.flatMap((night) => [
          [`${night} en`, postmortem(night, en)],
          [`${night} fr`, postmortem(night, fr)],
        ]),
      ),
      csv: {
        en: csvOfVersion1(await incidentsCsv(log, range, en, COMMAS)),
        fr: csvOfVersion1(await incidentsCsv(log, range, fr, SEMICOLONS)),
      },
      lines: linesSaid(log, en.t),
    }),
  );
}

const COMMAS = { delimiter: ',', decimal: '.' } as const;
const SEMICOLONS = { delimiter: ';', decimal: ',' } as const;

/** The place of the escalations after the child and the two times. */
const ESCALATIONS = 5;

/** "Dad (by voice: got up), Mum (by page: couldn’t)" → "Dad, Mum", as version 1 said it. */
const namesIn = (cell: string): string => cell.replace(/ \([^)]*\)/g, '');

/** A table without the columns that were added since version 1, whose times had their offset. */
function csvOfVersion1(csv: string): string {
  const { data, meta } = papaparse.parse<string[]>(csv.slice(1));
  const rows = data.map(([child = '', from = '', to = '', ...cells], index) => {
    const [fromExactly = '', toExactly = ''] = cells.slice(-2);
    const formerCells =
      index === 0 ? cells : cells.map((cell, column) => (column === ESCALATIONS ? namesIn(cell) : cell));
    return [child, ...(index === 0 ? [from, to] : [fromExactly, toExactly]), ...formerCells.slice(0, -3)];
  });
  return `\ufeff${papaparse.unparse(rows, { delimiter: meta.delimiter, newline: '\r\n' })}`;
}

/** The charts without the notes of nights, which were added since version 1. */
function chartsOf(log: HouseholdLog) {
  const { now, range } = expectedOfVersion1();
  const { notes: _notes, ...charts } = computeCharts(log, range, now, 7);
  return charts;
}

/**
 * A report contains the household row and the child's. The fields of all that were added since
 * version 1 are removed.
 */
function reportOf(log: HouseholdLog, child: string) {
  const { now, range } = expectedOfVersion1();
  const report = computeReport(log, child, range, now);
  if (!report) return null;
  const { since: _since, formerZones: _formerZones, ...household } = report.household;
  const { freeNightsAwake: _freeNightsAwake, hasForgotten: _hasForgotten, ...figures } = report;
  const { dueDate: _dueDate, ...reportedChild } = report.child;
  return { ...figures, household, child: reportedChild };
}

/** What the screens show for entries that were notes in version 1. */
function linesSaid(log: HouseholdLog, t: Translation['t']): Record<string, string> {
  const said: Record<string, string> = {};
  for (const incident of log.incidents)
    for (const entry of liveEntries(incident.timeline)) {
      const key = `${incident.id} ${entry.id}`;
      if (entry.kind === 'note') said[key] = entry.text;
      if (entry.kind === 'step' || entry.kind === 'runbookChosen')
        said[key] = formatRunbookEntry(entry, incident, log.runbooks, runbookEntryWords(t));
    }
  return said;
}

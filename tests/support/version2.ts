import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Dexie } from 'dexie';
import type { ReviewLog } from '@/domain/review/proposal';
import { propose } from '@/domain/review/propose';
import type { HouseholdLog } from '@/domain/rows/tables';
import { formatRunbookEntry } from '@/domain/runbook/formatRunbookEntry';
import { runbookEntryWords } from '@/i18n/runbookEntryWords';
import { loadTranslation } from '@/i18n/useTranslation';
import type { Day, Instant } from '@/lib/time';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics } from '@/metrics/computeMetrics';
import type { NightRange } from '@/metrics/nightPlans';
import { computeReport } from '@/metrics/paediatrician/computeReport';
import { patience } from '@/metrics/patience';
import { STORES_OF_VERSION_1 } from './version1/log';

/*
 * The fixtures of version 2 (tests/fixtures/version-2), and what the app of today computes in the
 * place of what that version computed.
 */

const FOLDER = resolve('tests', 'fixtures', 'version-2');
const read = (name: string): string => readFileSync(resolve(FOLDER, name), 'utf8');

export type Tables = Record<string, Record<string, unknown>[]>;

export const backupOfVersion2 = (): string => read('backup.json');
export const tablesOfVersion2 = (): Tables =>
  JSON.parse(read('database.json'), (_key, value) => (value === 'Infinity' ? Number.POSITIVE_INFINITY : value));
export const expectedOfVersion2 = (): { now: Instant; range: NightRange } & Record<string, unknown> =>
  JSON.parse(read('expected.json'));

/** Creates a database as version 2 of the app left it. Its tables are those of version 1. */
export async function putDatabaseOfVersion2(name: string, tables = tablesOfVersion2()): Promise<void> {
  const db = new Dexie(name);
  db.version(1).stores(STORES_OF_VERSION_1);
  db.version(2);
  await db.open();
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkPut(rows);
  db.close();
}

const NIGHTS = ['2026-11-14', '2026-11-16', '2026-11-17'] as Day[];

/** Computes from a log of today what `expected.json` holds. The result is JSON. */
export async function computedOf(log: HouseholdLog, review: Omit<ReviewLog, 'household' | 'children' | 'caregivers'>) {
  const { now, range } = expectedOfVersion2();
  const words = await loadTranslation('en', ['en-GB']);
  await words.loadDayMessages();
  const reported = log.children.filter(({ archived }) => !archived).map(({ id }) => id);
  const lines = log.incidents.flatMap((incident) =>
    incident.timeline.flatMap((entry) =>
      entry.deletedAt === null && (entry.kind === 'step' || entry.kind === 'runbookChosen')
        ? [
            [
              `${incident.id} ${entry.id}`,
              formatRunbookEntry(entry, incident, log.runbooks, runbookEntryWords(words.t)),
            ],
          ]
        : [],
    ),
  );
  return JSON.parse(
    JSON.stringify({
      now,
      range,
      metrics: metricsOf(log, range, now),
      lastNights: NIGHTS.map((night) => metricsOf(log, { from: night, to: night }, now)),
      charts: computeCharts(log, range, now, 7),
      reports: Object.fromEntries(reported.map((id) => [id, reportOf(log, id, range, now)])),
      patience: patience(log, range, now),
      proposals: propose({ ...log, ...review }, now).map(({ id, kind }) => ({ id, kind })),
      lines: Object.fromEntries(lines),
    }),
  );
}

/** The figures of pages, which came after version 4, are removed. */
function metricsOf(log: HouseholdLog, range: NightRange, now: Instant) {
  const { pages: _pages, ...metrics } = computeMetrics(log, range, now);
  return { ...metrics, escalations: { byCaregiver: metrics.escalations.byCaregiver } };
}

/** A report contains the child's row; the field that version 3 adds is removed. */
function reportOf(log: HouseholdLog, childId: string, range: NightRange, now: Instant) {
  const report = computeReport(log, childId, range, now);
  if (!report) return null;
  const { dueDate: _dueDate, ...child } = report.child;
  return { ...report, child };
}

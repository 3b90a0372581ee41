import { eraseLog, previewRestore, type RestoreMode, type RestorePreview, readWholeLog, restoreLog } from '@/db/backup';
import type { InfernalDatabase } from '@/db/database';
import { failureOf } from '@/db/failure';
import { readFiguresLog } from '@/db/figuresLog';
import { findBrokenRows } from '@/db/findBrokenRows';
import type { EnsureHousehold } from '@/db/firstHousehold';
import { readPreviousLog, restorePreviousLog } from '@/db/previousLog';
import { rawBackup } from '@/db/rawTables';
import { type Backup, type BackupRefusal, parseBackup, readBackupText, serializeBackup } from '@/domain/backup';
import { type BackupContent, contentOf } from '@/domain/backupContent';
import { ok, type Result, refused } from '@/domain/refusal';
import { CSV_TYPE, type CsvDialect } from '@/exports/csvDialect';
import { formatOpenMetrics } from '@/exports/openMetrics/openMetrics';
import type { NamedBy } from '@/exports/openMetrics/people';
import { packTables, wakeUpsCsv } from '@/exports/packTables';
import type { Instant } from '@/lib/time';
import type { createImportTasks } from './importTasks';
import { type Outcome, type TaskContext, WRITING_TASKS } from './outcome';
import { inPercent, watchWriting } from './progress';

/** A backup that may be restored, or the reason why it may not. */
export type OpenedBackup =
  | { ok: true; content: BackupContent; preview: RestorePreview }
  | { ok: false; refusal: BackupRefusal };

/**
 * The tasks that read or write the whole log at once. On a log of ten years each takes seconds, so
 * they run in a worker; what they return is small. They throw if the log cannot be read.
 *
 * What they need is imported statically: where a lazy import has imports of its own, the build adds
 * a helper that needs a document, and a worker has none.
 */
export function createTasks(db: InfernalDatabase) {
  // The parsed log stays here between the preview and the restore, because copying it to the page
  // would take as long as parsing it.
  let opened: Backup | null = null;

  return {
    /** Parses a file and compares it with the log. Writes nothing. */
    async openBackup({ file }: { file: Blob }, context: TaskContext): Promise<Result<OpenedBackup>> {
      context.report({ stage: 'read', fraction: null });
      const text = await readBackupText(file);
      const parsed = text.ok ? parseBackup(text.text, inPercent(context, 'check')) : text;
      if (!parsed.ok) return ok(parsed);
      opened = parsed.backup;
      context.report({ stage: 'compare', fraction: null });
      const preview = await previewRestore(db, opened);
      return ok({ ok: true, content: contentOf(opened), preview });
    },

    /** Restores the backup that `openBackup` has parsed. */
    async restoreBackup({ mode, now }: { mode: RestoreMode; now: Instant }, context: TaskContext) {
      if (!opened) return refused({ code: 'unknownRow' });
      return restoreLog(db, { log: opened.log, mode, now, watch: watchWriting(context) });
    },

    /** Returns all readable rows as a backup file, and how many rows cannot be read. */
    async packLog(
      { now }: { now: Instant },
      context: TaskContext,
    ): Promise<Result<{ file: Blob; brokenCount: number }>> {
      const { log, broken } = await readWholeLog(db, inPercent(context, 'collect'));
      context.report({ stage: 'pack', fraction: null });
      return ok({ file: jsonFile(serializeBackup({ exportedAt: now, log })), brokenCount: broken.length });
    },

    /** Returns all tables of the log as CSV files in one zip file, see docs/exports.md. */
    async packTables(
      { dialect, folder, now }: { dialect: CsvDialect; folder: string; now: Instant },
      context: TaskContext,
    ): Promise<Result<{ file: Blob; brokenCount: number }>> {
      const { log, broken } = await readWholeLog(db, inPercent(context, 'collect'));
      const file = await packTables(log, { dialect, folder, now, onProgress: inPercent(context, 'pack') });
      return ok({ file, brokenCount: broken.length });
    },

    /** Returns the wake-ups of the log as a CSV file with one line each. */
    async packWakeUps(
      { dialect }: { dialect: CsvDialect },
      context: TaskContext,
    ): Promise<Result<{ file: Blob; brokenCount: number }>> {
      const { log, broken } = await readWholeLog(db, inPercent(context, 'collect'));
      context.report({ stage: 'pack', fraction: null });
      const csv = await wakeUpsCsv(log, dialect);
      return ok({ file: new Blob([csv], { type: CSV_TYPE }), brokenCount: broken.length });
    },

    /** Returns the replaced log as a file, with its rows as they were stored. */
    async packPreviousLog(_input: null, context: TaskContext): Promise<Result<Blob>> {
      context.report({ stage: 'pack', fraction: null });
      const previous = await readPreviousLog(db);
      if (!previous) return refused({ code: 'unknownRow' });
      return ok(jsonFile(JSON.stringify(rawBackup(previous.tables, previous.replacedAt))));
    },

    restorePreviousLog: ({ now }: { now: Instant }, context: TaskContext) =>
      restorePreviousLog(db, { now, watch: watchWriting(context) }),

    eraseLog: (defaults: EnsureHousehold, context: TaskContext) =>
      eraseLog(db, { ...defaults, watch: watchWriting(context) }),

    /** Returns the present figures as OpenMetrics, with the people called as asked. */
    async packFigures({ now, namedBy }: { now: Instant; namedBy: NamedBy }): Promise<Result<string>> {
      const log = await readFiguresLog(db, now);
      return log ? ok(formatOpenMetrics(log, now, namedBy)) : refused({ code: 'unknownRow' });
    },

    findBrokenRows: async (_input: null) => ok(await findBrokenRows(db)),

    ...importTasksOf(db),
  };
}

type ImportTasks = ReturnType<typeof createImportTasks>;

/** The tasks of an import. What reads the files of other trackers is loaded with the first one. */
function importTasksOf(db: InfernalDatabase): ImportTasks {
  let loaded: Promise<ImportTasks> | null = null;
  const load = () => {
    loaded ??= import('./importTasks').then(({ createImportTasks }) => createImportTasks(db));
    // What could not be loaded is asked for again with the next task.
    loaded.catch(() => {
      loaded = null;
    });
    return loaded;
  };
  return {
    openImport: async (...call) => (await load()).openImport(...call),
    previewImport: async (...call) => (await load()).previewImport(...call),
    importFiles: async (...call) => (await load()).importFiles(...call),
    takeBackImport: async (...call) => (await load()).takeBackImport(...call),
  };
}

type Tasks = ReturnType<typeof createTasks>;
export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type TaskOutcome<Name extends TaskName> =
  Awaited<ReturnType<Tasks[Name]>> extends Result<infer Value> ? Outcome<Value> : never;

/**
 * Runs a task and never throws. If it is cancelled, its outcome is `cancelled`, unless it had
 * already written: then its outcome is what it wrote.
 */
export async function runTask<Name extends TaskName>(
  tasks: Tasks,
  name: Name,
  input: TaskInput<Name>,
  context: TaskContext,
): Promise<TaskOutcome<Name>> {
  // Each task takes the input of its own name, which the compiler cannot follow through the index.
  const task = tasks[name] as (input: TaskInput<Name>, context: TaskContext) => Promise<TaskOutcome<Name>>;
  const outcome = await task(input, context).catch(
    (error: unknown) => ({ ok: false, failure: failureOf(error) }) as TaskOutcome<Name>,
  );
  const hasWritten = outcome.ok && WRITING_TASKS.has(name);
  return context.signal.aborted && !hasWritten ? ({ ok: false, cancelled: true } as TaskOutcome<Name>) : outcome;
}

const jsonFile = (text: string): Blob => new Blob([text], { type: 'application/json' });

import { readWholeLog } from '@/db/backup';
import type { InfernalDatabase, KeptImport } from '@/db/database';
import { importRows, takeBackImport } from '@/db/imports';
import { ok, type Result, refused } from '@/domain/refusal';
import type { HouseholdLog } from '@/domain/rows/tables';
import { FILE_MAX_BYTES, type FileProblem } from '@/importers/files/source';
import { hasWallTimes } from '@/importers/hasWallTimes';
import { type PeopleInFiles, peopleIn } from '@/importers/people';
import type { ImportPlan } from '@/importers/plan/importPlan';
import { type NamedPeople, namePeople, type PeopleAnswers, presetPeople } from '@/importers/plan/people';
import { planImport } from '@/importers/plan/planImport';
import { type ImportPreview, previewImport } from '@/importers/plan/previewImport';
import { rowsToWrite } from '@/importers/plan/rowsToWrite';
import { wasUndone } from '@/importers/plan/wasUndone';
import { type ChoiceOptions, type ReadChoice, readFiles, type UnknownTable } from '@/importers/readFiles';
import { tellFiles } from '@/importers/tellFiles';
import type { Told } from '@/importers/told';
import type { Tracker } from '@/importers/tracker';
import type { Instant } from '@/lib/time';
import type { TaskContext } from './outcome';
import { watchWriting } from './progress';

/** A file that was chosen, with its name. */
export interface NamedFile {
  name: string;
  file: Blob;
}

/** What was read from the files of a choice, or why one of them is refused. */
export type OpenedImport =
  | { ok: false; problem: FileProblem; unknownTable?: UnknownTable }
  | {
      ok: true;
      trackers: Tracker[];
      people: PeopleInFiles;
      presets: PeopleAnswers;
      /** The files of which a person has to say whether the month or the day comes first. */
      openOrder: string[];
      hasWallTimes: boolean;
    };

/** What a person says of files that were read. */
export interface ImportAnswers {
  people: PeopleAnswers;
  /** The zone of the walls that the files' clocks hang on. */
  timeZone: string;
  /** Whether what was imported before, and deleted since, comes back; null: if all of it was. */
  bringsBack: boolean | null;
}

interface Opened {
  files: string[];
  choice: ReadChoice;
  people: PeopleInFiles;
}

/**
 * The tasks of an import from another tracker. What was read stays here between the preview and the
 * import, because copying it to the page would take as long as reading it.
 */
export function createImportTasks(db: InfernalDatabase) {
  let opened: Opened | null = null;

  const tell = (log: HouseholdLog, { choice, people }: Opened, answers: ImportAnswers, now: Instant) => {
    const named = namePeople(answers.people, people, log, now);
    const { timeZone } = answers;
    return { named, told: tellFiles(choice.files, { hours: log.household, timeZone, now, childOf: named.childOf }) };
  };
  const plan = (
    log: HouseholdLog,
    { named, told }: { named: NamedPeople; told: Told },
    { bringsBack }: ImportAnswers,
    now: Instant,
  ): ImportPlan => {
    const names = { childId: (id: string) => id, caregiverId: named.caregiverOf };
    const planWith = (comesBack: boolean) =>
      planImport(told, { log, hours: log.household, names, now, bringsBack: comesBack });
    if (bringsBack !== null) return planWith(bringsBack);
    const without = planWith(false);
    return wasUndone(without, log) ? planWith(true) : without;
  };

  return {
    /** Reads the files of a choice. Writes nothing. */
    async openImport(
      { files, options }: { files: readonly NamedFile[]; options: ChoiceOptions },
      { report }: TaskContext,
    ): Promise<Result<OpenedImport>> {
      opened = null;
      report({ stage: 'read', fraction: null });
      const tooBig = files.find(({ file }) => file.size > FILE_MAX_BYTES);
      if (tooBig) return ok({ ok: false, problem: { code: 'tooBig', file: tooBig.name } });
      const chosen = await Promise.all(
        files.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      const read = readFiles(chosen, options);
      if (!read.ok) return ok(read);
      const people = peopleIn(read.value.files);
      opened = { files: files.map(({ name }) => name), choice: read.value, people };
      report({ stage: 'compare', fraction: null });
      const { log } = await readWholeLog(db);
      return ok({
        ok: true,
        trackers: [...new Set(read.value.files.map(({ tracker }) => tracker))],
        people,
        presets: presetPeople(people, log),
        openOrder: read.value.openOrder,
        hasWallTimes: hasWallTimes(read.value.files),
      });
    },

    /** Compares what the files tell with the log. Writes nothing. */
    async previewImport(
      { answers, now }: { answers: ImportAnswers; now: Instant },
      { report }: TaskContext,
    ): Promise<Result<ImportPreview>> {
      if (!opened) return refused({ code: 'unknownRow' });
      report({ stage: 'compare', fraction: null });
      const { log } = await readWholeLog(db);
      const told = tell(log, opened, answers, now);
      const newChildren = told.named.children;
      return ok(previewImport(told.told, plan(log, told, answers, now), { hours: log.household, newChildren }));
    },

    /** Writes what the files tell; null if there was nothing to write. */
    async importFiles(
      { answers, now }: { answers: ImportAnswers; now: Instant },
      context: TaskContext,
    ): Promise<Result<KeptImport | null>> {
      if (!opened) return refused({ code: 'unknownRow' });
      const choice = opened;
      return importRows(db, {
        plan: (log) => {
          const told = tell(log, choice, answers, now);
          return rowsToWrite(plan(log, told, answers, now), told.named);
        },
        files: choice.files,
        now,
        watch: watchWriting(context),
      });
    },

    takeBackImport: ({ id, now }: { id: string; now: Instant }, context: TaskContext): Promise<Result<null>> =>
      takeBackImport(db, { id, now, watch: watchWriting(context) }),
  };
}

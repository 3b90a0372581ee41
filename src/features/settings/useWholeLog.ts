import { useCallback, useEffect, useRef, useState } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import type { Progress, Stage } from '@/logWorker/outcome';
import { type LogSession, startSession } from '@/logWorker/session';
import type { TaskInput, TaskName, TaskOutcome } from '@/logWorker/tasks';

/** The work with the whole log that one part of a screen has started. */
export interface WholeLog {
  /** How far the present task is; null if there is none. */
  progress: Progress | null;
  /** Runs a task in the worker. Never throws. */
  run: <Name extends TaskName>(name: Name, input: TaskInput<Name>) => Promise<TaskOutcome<Name>>;
  /** Cancels the present task. */
  cancel: () => void;
  /** Cancels the present task and forgets the files that were opened. */
  close: () => void;
}

/** What is shown before the worker has reported anything. */
const FIRST_STAGES: Record<TaskName, Stage> = {
  openBackup: 'read',
  packLog: 'collect',
  packTables: 'collect',
  packWakeUps: 'collect',
  packPreviousLog: 'collect',
  packFigures: 'collect',
  findBrokenRows: 'check',
  restoreBackup: 'write',
  restorePreviousLog: 'write',
  eraseLog: 'write',
  openImport: 'read',
  previewImport: 'compare',
  importFiles: 'write',
  takeBackImport: 'write',
};

/** The tasks after which the worker still holds the files that were opened. */
const KEEPING_FILES: ReadonlySet<TaskName> = new Set([
  'openBackup',
  'restoreBackup',
  'openImport',
  'previewImport',
  'importFiles',
]);

/** Runs tasks with the whole log. When the part of the screen goes, its task is cancelled. */
export function useWholeLog(): WholeLog {
  const { db } = useHousehold();
  const [progress, setProgress] = useState<Progress | null>(null);
  const session = useRef<LogSession | null>(null);

  const close = useCallback(() => {
    session.current?.close();
    session.current = null;
    setProgress(null);
  }, []);
  useEffect(() => close, [close]);

  return {
    progress,
    async run(name, input) {
      const own = session.current ?? startSession(db);
      session.current = own;
      // A session that was closed may still be committing while the next one has begun.
      const show = (shown: Progress | null) => {
        if (session.current === own) setProgress(shown);
      };
      show({ stage: FIRST_STAGES[name], fraction: null });
      const outcome = await own.run(name, input, show);
      show(null);
      if (!KEEPING_FILES.has(name) && session.current === own) close();
      return outcome;
    },
    cancel: () => session.current?.cancel(),
    close,
  };
}

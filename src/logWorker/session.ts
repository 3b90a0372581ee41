import type { InfernalDatabase } from '@/db/database';
import { ownScript } from '@/lib/ownScript';
import type { Progress } from './outcome';
import { PageRunner } from './PageRunner';
import type { TaskInput, TaskName, TaskOutcome } from './tasks';
import { type TaskWorker, WorkerRunner } from './WorkerRunner';

/** Runs tasks with the whole log, one at a time and without blocking the page. */
export interface LogSession {
  /** Runs a task. Never throws. `onProgress` is called up to a hundred times for each stage. */
  run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    onProgress: (progress: Progress) => void,
  ): Promise<TaskOutcome<Name>>;
  /** Cancels the present task. Its outcome says whether it had already written. */
  cancel(): void;
  /** Cancels the present task and frees the memory of the session. */
  close(): void;
}

function startWorker(): TaskWorker | null {
  if (typeof Worker === 'undefined') return null;
  const worker = new Worker(ownScript(new URL('./worker.ts', import.meta.url)), { type: 'module' });
  // A page that was left may be kept, but stopped, and with it a transaction (`db/leavePage.ts`).
  addEventListener('pagehide', () => worker.terminate(), { once: true });
  return worker;
}

/**
 * Starts a session on the log of this database. Where no worker can be loaded, the same tasks run
 * on the page: it is blocked then, but the result is the same. A worker opens a database by its
 * name, so that what is only in the page's memory, or in a bucket, needs the page as well.
 */
export function startSession(
  db: InfernalDatabase,
  start: () => TaskWorker | null = db.factory || db.overlay ? () => null : startWorker,
): LogSession {
  let runner: WorkerRunner | PageRunner = new WorkerRunner(db.name, start);
  return {
    async run(name, input, onProgress) {
      const outcome = await runner.run(name, input, onProgress);
      if (outcome !== 'noWorker') return outcome;
      runner = new PageRunner(db);
      return runner.run(name, input, onProgress);
    },
    cancel: () => runner.cancel(),
    close: () => runner.close(),
  };
}

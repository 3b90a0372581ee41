import type { InfernalDatabase } from '@/db/database';
import { type Progress, WRITING_TASKS } from './outcome';
import type { createTasks, TaskInput, TaskName, TaskOutcome } from './tasks';

/** Runs tasks on the page, on the page's own connection. */
export class PageRunner {
  private tasks: ReturnType<typeof createTasks> | null = null;
  private controller = new AbortController();

  constructor(private readonly db: InfernalDatabase) {}

  async run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    report: (progress: Progress) => void,
  ): Promise<TaskOutcome<Name>> {
    this.controller = new AbortController();
    const { signal } = this.controller;
    // The screen's file does not contain the tasks, because normally the worker runs them.
    const { createTasks, runTask } = await import('./tasks');
    this.tasks ??= createTasks(this.db);
    // A task that only reads is not waited for once it is cancelled: nobody needs its result.
    const cancelled = new Promise<TaskOutcome<Name>>((resolve) => {
      if (WRITING_TASKS.has(name)) return;
      signal.addEventListener('abort', () => {
        this.tasks = null;
        resolve({ ok: false, cancelled: true } as TaskOutcome<Name>);
      });
    });
    return Promise.race([runTask(this.tasks, name, input, { report, signal }), cancelled]);
  }

  cancel(): void {
    this.controller.abort();
  }

  close(): void {
    this.cancel();
    this.tasks = null;
  }
}

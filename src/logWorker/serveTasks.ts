import { InfernalDatabase } from '@/db/database';
import type { Outcome, Progress } from './outcome';
import { createTasks, runTask, type TaskInput, type TaskName } from './tasks';

/** A message from the page: one task at a time, and a wish to cancel the present one. */
export type ToWorker =
  | { type: 'run'; database: string; name: TaskName; input: TaskInput<TaskName> }
  | { type: 'cancel' };

/** A message to the page. `ready` is the first one: from then on the worker can work. */
export type ToPage =
  | { type: 'ready' }
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; outcome: Outcome<unknown> };

/** The worker's end of the connection to its page. */
interface Port {
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
  postMessage(message: ToPage): void;
}

/** Runs the tasks that the page sends, on the worker's own connection to the log. */
export function serveTasks(port: Port): void {
  let tasks: ReturnType<typeof createTasks> | null = null;
  let controller = new AbortController();
  port.addEventListener('message', async ({ data: message }) => {
    if (message.type === 'cancel') return controller.abort();
    controller = new AbortController();
    tasks ??= createTasks(new InfernalDatabase(message.database));
    const outcome = await runTask(tasks, message.name, message.input, {
      report: (progress) => port.postMessage({ type: 'progress', progress }),
      signal: controller.signal,
    });
    port.postMessage({ type: 'done', outcome });
  });
  port.postMessage({ type: 'ready' });
}

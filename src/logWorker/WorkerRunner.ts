import { type Progress, WRITING_TASKS } from './outcome';
import type { ToPage, ToWorker } from './serveTasks';
import type { TaskInput, TaskName, TaskOutcome } from './tasks';

/** The part of a Worker that is used. */
export interface TaskWorker {
  onmessage: ((event: MessageEvent<ToPage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

type Finished = TaskOutcome<TaskName> | 'noWorker';

const CRASHED = { ok: false, failure: 'unknown', dropped: true } as const;

interface RunningTask {
  isWriting: boolean;
  report: (progress: Progress) => void;
  finish: (finished: Finished) => void;
}

/** Runs tasks in a worker, which is started with the first task. */
export class WorkerRunner {
  private worker: TaskWorker | null = null;
  private isLoaded = false;
  private isClosing = false;
  private running: RunningTask | null = null;

  /** @param start returns null, or throws, where there are no workers */
  constructor(
    private readonly database: string,
    private readonly start: () => TaskWorker | null,
  ) {}

  /** Resolves to `noWorker` if no worker could be loaded. Nothing has been done then. */
  run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    report: (progress: Progress) => void,
  ): Promise<TaskOutcome<Name> | 'noWorker'> {
    const worker = this.loadWorker();
    if (!worker) return Promise.resolve('noWorker');
    const finished = new Promise<Finished>((finish) => {
      this.running = { isWriting: WRITING_TASKS.has(name), report, finish };
    });
    worker.postMessage({ type: 'run', database: this.database, name, input });
    // The worker answers with the outcome of the task it was sent.
    return finished as Promise<TaskOutcome<Name> | 'noWorker'>;
  }

  /** A task that only reads ends at once. One that writes is asked, and says what it has done. */
  cancel(): void {
    if (this.running?.isWriting) this.worker?.postMessage({ type: 'cancel' });
    else this.end({ ok: false, cancelled: true });
  }

  close(): void {
    this.isClosing = true;
    this.cancel();
  }

  private loadWorker(): TaskWorker | null {
    this.isClosing = false;
    if (this.worker) return this.worker;
    try {
      this.worker = this.start();
    } catch {
      // A policy of the browser does not allow workers.
    }
    if (!this.worker) return null;
    this.isLoaded = false;
    this.worker.onmessage = ({ data }) => this.onMessage(data);
    // A worker that was loaded catches its own errors, so this is one of the browser. It has undone
    // an unfinished transaction.
    this.worker.onerror = () => this.end(this.isLoaded ? CRASHED : 'noWorker');
    return this.worker;
  }

  private onMessage(message: ToPage): void {
    if (message.type === 'ready') this.isLoaded = true;
    else if (message.type === 'progress') this.running?.report(message.progress);
    else if (this.isClosing) this.end(message.outcome as Finished);
    else this.finish(message.outcome as Finished);
  }

  private end(finished: Finished): void {
    this.worker?.terminate();
    this.worker = null;
    this.finish(finished);
  }

  private finish(finished: Finished): void {
    const { running } = this;
    this.running = null;
    running?.finish(finished);
  }
}

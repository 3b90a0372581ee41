import type { InfernalDatabase } from '@/db/database';
import { serveTasks, type ToPage, type ToWorker } from '@/logWorker/serveTasks';
import { startSession } from '@/logWorker/session';
import type { TaskWorker } from '@/logWorker/WorkerRunner';

/** A worker in this process: its messages are copied as those of a real one. */
class WorkerInProcess implements TaskWorker {
  onmessage: TaskWorker['onmessage'] = null;
  onerror: TaskWorker['onerror'] = null;
  isTerminated = false;
  private listener: (event: { data: ToWorker }) => void = () => {};

  constructor() {
    serveTasks({
      addEventListener: (_type, listener) => {
        this.listener = listener;
      },
      postMessage: (message) => this.toPage(message),
    });
  }

  postMessage(message: ToWorker): void {
    // Files are handed over and not copied; Node's Blob does not survive a copy in this process.
    const hasFiles = message.type === 'run' && (message.name === 'openBackup' || message.name === 'openImport');
    const data = hasFiles ? message : structuredClone(message);
    setTimeout(() => this.listener({ data }));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  private toPage(message: ToPage): void {
    setTimeout(() => {
      if (!this.isTerminated) this.onmessage?.({ data: message } as MessageEvent<ToPage>);
    });
  }
}

/** A session with a worker, and the workers that it has started so far. */
export function sessionWithWorker(db: InfernalDatabase) {
  const workers: WorkerInProcess[] = [];
  const session = startSession(db, () => {
    const worker = new WorkerInProcess();
    workers.push(worker);
    return worker;
  });
  return { session, workers };
}

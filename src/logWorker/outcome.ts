import type { Result } from '@/domain/refusal';

/** The stages of a task, in words that the screen has a sentence for. */
export type Stage = 'read' | 'check' | 'compare' | 'collect' | 'pack' | 'write' | 'finish';

export interface Progress {
  stage: Stage;
  /** How much of the stage is done, from 0 to 1; null if nobody knows. */
  fraction: number | null;
}

/** The result of a task. A cancelled one has changed nothing. */
export type Outcome<T> = Result<T> | { ok: false; cancelled: true };

/** What a task gets besides its input. */
export interface TaskContext {
  report: (progress: Progress) => void;
  signal: AbortSignal;
}

/**
 * The tasks that write to the log. Once one of them runs, only its outcome says whether the log was
 * changed. Every other task can be ended at any moment.
 */
export const WRITING_TASKS: ReadonlySet<string> = new Set([
  'restoreBackup',
  'restorePreviousLog',
  'eraseLog',
  'importFiles',
  'takeBackImport',
]);

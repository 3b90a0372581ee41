import type { Instant } from '@/lib/time';

/**
 * Why a command refused a change; nothing was written then. Each code has one sentence in `i18n`,
 * which is shown beside the input. A refusal carries the instants that its sentence names.
 */
export type Refusal =
  | { code: 'inFuture' }
  | { code: 'noDetected' }
  | { code: 'twoDetected' }
  | { code: 'beforeDetected'; detectedAt: Instant }
  | { code: 'resolvedWhileClosed'; resolvedAt: Instant }
  | { code: 'reopenedWhileOpen' }
  | { code: 'endBeforeStart' }
  | { code: 'overlaps'; detectedAt: Instant; resolvedAt: Instant | null }
  | { code: 'napOverlaps'; startedAt: Instant; endedAt: Instant }
  | { code: 'unknownChild' }
  | { code: 'unknownCaregiver' }
  | { code: 'unknownIncident' }
  | { code: 'unknownEntry' }
  | { code: 'unknownRow' }
  | { code: 'changedSince' }
  | { code: 'nameEmpty' }
  | { code: 'nameTooLong'; max: number }
  | { code: 'textTooLong' }
  | { code: 'lastChild' }
  | { code: 'lastCaregiver' }
  | { code: 'badValue'; path: string };

/** Why the storage failed to take a write. The write is normally kept and tried again. */
export type StorageFailure =
  | 'connectionLost'
  | 'full'
  | 'unavailable'
  | 'newerSchema'
  | 'deletedElsewhere'
  | 'cannotOpen'
  | 'unknown';

export type Result<T> =
  | { ok: true; value: T }
  | { ok: false; refusal: Refusal }
  /**
   * `dropped` means that the write is not kept to be tried again. If it is kept, `kept` says where:
   * on disk, or only as long as this window is open.
   */
  | { ok: false; failure: StorageFailure; dropped?: true; kept?: 'onDisk' | 'inWindow' };

/** Returns the result of a command that succeeded. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
/** Returns the result of a command that refused the change. */
export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
/** Whether the storage failed, so that the command was neither done nor refused. */
export const isFailure = <T>(result: Result<T>): result is Extract<Result<T>, { failure: StorageFailure }> =>
  !result.ok && 'failure' in result;

import type { Instant } from '@/lib/time';

/**
 * Why a change was not made. Nothing of it was written. Each has one sentence in `i18n`, shown where the input was given.
 * Instants ride along where the sentence names a time.
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

/** Why the storage did not take a write. The write itself is kept and tried again. */
export type StorageFailure = 'connectionLost' | 'full' | 'unavailable' | 'newerSchema' | 'unknown';

export type Result<T> =
  | { ok: true; value: T }
  | { ok: false; refusal: Refusal }
  /** `dropped`: it is not kept to be tried again. */
  | { ok: false; failure: StorageFailure; dropped?: true };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

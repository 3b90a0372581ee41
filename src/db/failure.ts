import type { StorageFailure } from '@/domain/refusal';

/*
 * The names of the errors with which browsers report that the storage failed. Dexie wraps the
 * browser's error, sometimes twice.
 */
const FAILURE_BY_ERROR_NAME: Record<string, StorageFailure> = {
  QuotaExceededError: 'full',
  SecurityError: 'unavailable',
  MissingAPIError: 'unavailable',
  MissingApiError: 'unavailable',
  DatabaseClosedError: 'connectionLost',
  InvalidStateError: 'connectionLost',
  OpenFailedError: 'unavailable',
};

/** iOS loses its storage process after the app was in the background (Dexie #2008, #2296). */
const CONNECTION_LOST =
  /connection to indexed database server lost|connection is closing|database connection is closed/i;

/** Causes are followed at most this far, because an error may be its own cause. */
const MAX_CAUSES = 5;

/**
 * Returns the kind of storage failure for an error. The innermost cause that is known decides;
 * 'unknown' if none is.
 */
export function failureOf(error: unknown): StorageFailure {
  const chain: Error[] = [];
  for (let cause = error; isError(cause) && chain.length < MAX_CAUSES; cause = causeOf(cause)) chain.push(cause);
  for (const cause of chain.reverse()) {
    if (CONNECTION_LOST.test(cause.message)) return 'connectionLost';
    const failure = FAILURE_BY_ERROR_NAME[cause.name];
    if (failure) return failure;
  }
  return 'unknown';
}

/*
 * `instanceof Error` is not enough: a DOMException is not an Error in every browser, nor across
 * windows.
 */
const isError = (value: unknown): value is Error =>
  typeof value === 'object' && value !== null && 'name' in value && 'message' in value;

const causeOf = (error: Error): unknown => ('inner' in error ? error.inner : error.cause);

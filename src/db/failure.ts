import type { StorageFailure } from '@/domain/refusal';

/* What browsers call it when the storage does not answer. Dexie wraps the browser's error, sometimes twice. */
const BY_NAME: Record<string, StorageFailure> = {
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

/** An error may be its own cause. */
const DEEPEST = 5;

/** Which of the sentences for a storage failure fits an error, from its innermost cause outwards. */
export function failureOf(error: unknown): StorageFailure {
  const chain: Error[] = [];
  for (let cause = error; isError(cause) && chain.length < DEEPEST; cause = innerOf(cause)) chain.push(cause);
  for (const cause of chain.reverse()) {
    if (CONNECTION_LOST.test(cause.message)) return 'connectionLost';
    const known = BY_NAME[cause.name];
    if (known) return known;
  }
  return 'unknown';
}

/* By its look: a DOMException is no Error in every browser and window. */
const isError = (value: unknown): value is Error =>
  typeof value === 'object' && value !== null && 'name' in value && 'message' in value;

const innerOf = (error: Error): unknown => ('inner' in error ? error.inner : error.cause);

/**
 * Whether the browser promises to keep the log when space runs out; 'unknown' if it does not say.
 */
export type Persistence = 'persisted' | 'evictable' | 'unknown';

/** Returns what the browser promises now. */
export async function readPersistence(): Promise<Persistence> {
  if (!navigator.storage?.persisted) return 'unknown';
  return (await navigator.storage.persisted()) ? 'persisted' : 'evictable';
}

/** Asks the browser for this promise. Firefox asks the user, so this is called by day only. */
export async function requestPersistence(): Promise<Persistence> {
  if (!navigator.storage?.persist) return 'unknown';
  return (await navigator.storage.persist()) ? 'persisted' : 'evictable';
}

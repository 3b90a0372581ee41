/** Whether the browser has promised not to evict the log when space runs out. Unknown where it does not say. */
export type Persistence = 'persisted' | 'evictable' | 'unknown';

export async function readPersistence(): Promise<Persistence> {
  if (!navigator.storage?.persisted) return 'unknown';
  return (await navigator.storage.persisted()) ? 'persisted' : 'evictable';
}

/** Asks for that promise. Firefox asks the person, so this belongs to the day. */
export async function requestPersistence(): Promise<Persistence> {
  if (!navigator.storage?.persist) return 'unknown';
  return (await navigator.storage.persist()) ? 'persisted' : 'evictable';
}

/** One window, or the service worker, syncs at a time: over HTTP/1.1 streams are scarce. */
const LOCK = 'infernalops-sync';

/**
 * Runs the task while no other window of this browser syncs, and waits for that. Does nothing if
 * the signal is aborted before. A browser without locks runs it at once: two rounds at a time do
 * no harm, they only ask twice.
 */
export function withSyncLock<Value>(
  signal: AbortSignal | undefined,
  task: () => Promise<Value>,
): Promise<Value | undefined> {
  if (!navigator.locks) return signal?.aborted ? Promise.resolve(undefined) : task();
  return navigator.locks.request(LOCK, signal ? { signal } : {}, task).catch((error: unknown) => {
    if (signal?.aborted) return undefined;
    throw error;
  });
}

/**
 * Runs the task if nobody else in this browser syncs just now; otherwise returns undefined at once.
 */
export async function withFreeSyncLock<Value>(task: () => Promise<Value>): Promise<Value | undefined> {
  if (!navigator.locks) return task();
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock ? task() : undefined));
}

/*
 * Writes that the storage did not take. They are kept in memory and in localStorage until they are
 * on disk, so a confirmed tap is never lost. Applying one twice has the same result as applying it
 * once.
 */

export interface PendingWrite {
  id: string;
  command: string;
  input: unknown;
  /** True if version 1 of the app kept this write; its entries are then those of version 1. */
  ofVersion1?: boolean;
}

/*
 * Each version of the rows has its own key, because an older app would drop commands it does not
 * know.
 */
const KEY = 'infernalops.pending.2';
const KEY_OF_VERSION_1 = 'infernalops.pending';
const inMemory = new Map<string, PendingWrite>();

/** Keeps a write until `forgetPending` is called with its id. */
export function keepPending(write: PendingWrite): void {
  inMemory.set(write.id, write);
  save(KEY, [...readSaved(KEY).filter(({ id }) => id !== write.id), write]);
}

/** Removes a write from memory and from localStorage. */
export function forgetPending(id: string): void {
  inMemory.delete(id);
  for (const key of [KEY_OF_VERSION_1, KEY]) {
    const saved = readSaved(key);
    const remaining = saved.filter((write) => write.id !== id);
    if (remaining.length < saved.length) save(key, remaining);
  }
}

/** Returns all pending writes, oldest first. */
export function pendingWrites(): PendingWrite[] {
  const older = readSaved(KEY_OF_VERSION_1).map((write) => ({ ...write, ofVersion1: true }));
  const all = new Map([...older, ...readSaved(KEY), ...inMemory.values()].map((write) => [write.id, write]));
  return [...all.values()];
}

function readSaved(key: string): PendingWrite[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(saved) ? saved.filter(isPendingWrite) : [];
  } catch {
    return [];
  }
}

function save(key: string, writes: PendingWrite[]): void {
  try {
    if (writes.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(writes));
  } catch {
    // There is no localStorage (private mode) or it is full. The write stays in memory as long as
    // the page is open.
  }
}

function isPendingWrite(value: unknown): value is PendingWrite {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'command' in value &&
    typeof value.command === 'string' &&
    'input' in value
  );
}

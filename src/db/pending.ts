/*
 * Writes that the storage did not take. They are kept in memory and in localStorage under their own id until they are on
 * disk: a tap that was answered is never dropped. Applying one twice changes nothing (each command says how).
 */

export interface PendingWrite {
  id: string;
  command: string;
  input: unknown;
  /** Version 1 of the app kept it, with the entries that version had. */
  ofVersion1?: boolean;
}

/* Each version of the rows has a key of its own: an older app would drop what it does not know. */
const KEY = 'infernalops.pending.2';
const KEY_OF_VERSION_1 = 'infernalops.pending';
const inMemory = new Map<string, PendingWrite>();

export function keepPending(write: PendingWrite): void {
  inMemory.set(write.id, write);
  save(KEY, [...readSaved(KEY).filter(({ id }) => id !== write.id), write]);
}

export function forgetPending(id: string): void {
  inMemory.delete(id);
  for (const key of [KEY_OF_VERSION_1, KEY]) {
    const saved = readSaved(key);
    const others = saved.filter((write) => write.id !== id);
    if (others.length < saved.length) save(key, others);
  }
}

/** Everything that waits, oldest first. */
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
    // No localStorage (private mode) or none left: memory still holds them for as long as the page lives.
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

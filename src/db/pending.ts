/*
 * Writes that the storage did not take. They are kept in memory and in localStorage under their own id until they are on
 * disk: a tap that was answered is never dropped. Applying one twice changes nothing (each command says how).
 */

export interface PendingWrite {
  id: string;
  command: string;
  input: unknown;
}

const KEY = 'infernalops.pending';
const inMemory = new Map<string, PendingWrite>();

export function keepPending(write: PendingWrite): void {
  inMemory.set(write.id, write);
  save([...readSaved().filter(({ id }) => id !== write.id), write]);
}

export function forgetPending(id: string): void {
  inMemory.delete(id);
  save(readSaved().filter((write) => write.id !== id));
}

/** Everything that waits, oldest first. */
export function pendingWrites(): PendingWrite[] {
  const all = new Map([...readSaved(), ...inMemory.values()].map((write) => [write.id, write]));
  return [...all.values()];
}

function readSaved(): PendingWrite[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(saved) ? saved.filter(isPendingWrite) : [];
  } catch {
    return [];
  }
}

function save(writes: PendingWrite[]): void {
  try {
    if (writes.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(writes));
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

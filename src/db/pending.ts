import { readSide, type SideContent } from './sideDatabase';
import { addSideWrite, removeSideWrite } from './sideWrites';

/*
 * Writes that the log did not take. They are kept until they are in the log, so a confirmed tap is
 * never lost. Applying one twice has the same result as applying it once.
 *
 * Each is kept three times: in the side database, which is on disk at once; in localStorage, which
 * reaches the disk seconds later, and not at all if the browser is killed before; and in memory.
 */

export interface PendingWrite {
  id: string;
  command: string;
  input: unknown;
  /** True if version 1 of the app kept this write; its entries are then those of version 1. */
  ofVersion1?: boolean;
}

/** Where a write is kept: on disk, or only as long as this window is open. */
export type KeptPlace = 'onDisk' | 'inWindow';

/*
 * Each version of the rows has its own key, because an older app would drop commands it does not
 * know.
 */
const KEY = 'infernalops.pending.2';
const KEY_OF_VERSION_1 = 'infernalops.pending';
const inMemory = new Map<string, PendingWrite>();

/**
 * Keeps a write until `forgetPending` is called with its id. Never fails; the result says where it
 * is kept.
 */
export async function keepPending(write: PendingWrite): Promise<KeptPlace> {
  inMemory.set(write.id, write);
  save(KEY, [...readSaved(KEY).filter(({ id }) => id !== write.id), write]);
  try {
    await addSideWrite(write);
    return 'onDisk';
  } catch {
    return 'inWindow';
  }
}

/** Whether this window keeps writes that the log has not taken. */
export const hasKept = (): boolean => inMemory.size > 0;

/** Removes a write from all places. One that cannot be removed is applied again, without effect. */
export async function forgetPending(id: string): Promise<void> {
  inMemory.delete(id);
  for (const key of [KEY_OF_VERSION_1, KEY]) {
    const saved = readSaved(key);
    const remaining = saved.filter((write) => write.id !== id);
    if (remaining.length < saved.length) save(key, remaining);
  }
  await removeSideWrite(id).catch(() => {});
}

/**
 * Returns all pending writes, oldest first.
 *
 * @param side what the side database holds, if it was read already
 */
export async function pendingWrites(side?: SideContent): Promise<PendingWrite[]> {
  const older = readSaved(KEY_OF_VERSION_1).map((write) => ({ ...write, ofVersion1: true }));
  const onDisk = (side ?? (await readSide())).writes.filter(isPendingWrite);
  const all = [...older, ...readSaved(KEY), ...onDisk, ...inMemory.values()];
  return [...new Map(all.map((write) => [write.id, write])).values()];
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
    // There is no localStorage (private mode, service worker) or it is full. The other copies
    // remain.
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

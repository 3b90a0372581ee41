import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Household } from './household';
import type { Phone } from './phone';
import { LOG_TABLES, readSyncState, type StoredLog } from './storedLog';

/** What the household takes up, in bytes and counts. Null where the system does not say. */
export interface Sizes {
  rows: number;
  documents: number;
  /** Of each phone's page: after a garbage collection, before and after it is loaded anew. */
  heaps: { side: string; before: number; after: number; nodes: number; listeners: number }[];
  /** What the browser says that the origin stores on each phone. */
  storage: number[];
  serverMemory: number | null;
  serverFolder: number;
}

export async function measure({ phones, server }: Household, log: StoredLog): Promise<Sizes> {
  const both = Object.values(phones);
  const heaps: Sizes['heaps'] = [];
  for (const phone of both) {
    const { heap: before, nodes, listeners } = await heapOf(phone);
    await phone.reload();
    heaps.push({ side: phone.side, before, after: (await heapOf(phone)).heap, nodes, listeners });
  }
  return {
    rows: LOG_TABLES.reduce((sum, table) => sum + log[table].length, 0),
    documents: (await readSyncState(phones.hers.page)).documents,
    heaps,
    storage: await Promise.all(both.map(({ page }) => page.evaluate(storedBytes))),
    serverMemory: await residentMemory(server.pid),
    serverFolder: await folderSize(server.folder),
  };
}

async function heapOf({ session }: Phone): Promise<{ heap: number; nodes: number; listeners: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

/** Runs in the page. */
const storedBytes = async () => (await navigator.storage.estimate()).usage ?? 0;

/** Only Linux says it in a file. */
async function residentMemory(pid: number | null): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : null;
}

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => null))?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

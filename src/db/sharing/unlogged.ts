import type { InfernalDatabase } from '@/db/database';
import type { UnloggedPresses } from '@/db/syncTables';
import type { UnloggedPress } from '@/domain/presses/press';
import { DAY_MS, type Instant } from '@/lib/time';

/** For so long it is told that a press could not be logged. */
const TOLD_FOR_MS = 7 * DAY_MS;
const MAX_TOLD = 20;

/**
 * Notes presses that this phone could not log, each once. The caller has opened a transaction over
 * `meta`.
 */
export async function noteUnlogged(
  db: InfernalDatabase,
  presses: readonly UnloggedPress[],
  now: Instant,
): Promise<void> {
  const before = await readUnlogged(db);
  const ids = new Set(presses.map(({ id }) => id));
  const all = [...presses, ...before.filter(({ id }) => !ids.has(id))].sort((a, b) => b.at - a.at);
  const row: UnloggedPresses = {
    id: 'unloggedPresses',
    presses: all.filter(({ at }) => now - at < TOLD_FOR_MS).slice(0, MAX_TOLD),
  };
  await db.meta.put(row);
}

/** Returns the presses that this phone could not log, the latest first. */
export async function readUnlogged(db: InfernalDatabase): Promise<readonly UnloggedPress[]> {
  const found = await db.meta.get('unloggedPresses');
  return found?.id === 'unloggedPresses' ? found.presses : [];
}

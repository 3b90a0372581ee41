import type { StorageFailure } from '@/domain/refusal';
import type { Instant } from '@/lib/time';
import { applyPending } from './applyPending';
import { readWholeLog, restoreLog } from './backup';
import { DATABASE_NAME, InfernalDatabase } from './database';
import { pendingToVersion2 } from './keptCommands';
import { openWithin } from './openWithin';
import { createSecondLog, SECOND_LOG_FACT } from './secondLog';
import { putSideFact, removeSideFact } from './sideWrites';
import { forgetWitness } from './watchLog';

/* The way from a log that does not open to a second one, and back to one log. */

const MAX_OPENING_MS = 6000;

/** Returns the first log if it can be opened and read; otherwise null. */
export async function openFirstLog(): Promise<InfernalDatabase | null> {
  const first = new InfernalDatabase(DATABASE_NAME, undefined, () => import('./migrations/migrations'));
  try {
    if ((await openWithin(first, MAX_OPENING_MS)) === 'open') {
      await first.household.count();
      return first;
    }
  } catch {
    // It still does not open.
  }
  first.close();
  return null;
}

/**
 * Begins the second log with what is kept. Returns true if the next start opens it. What the
 * storage does not take stays kept.
 */
export async function beginSecondLog(now: Instant): Promise<boolean> {
  try {
    const second = await createSecondLog();
    await openWithin(second, MAX_OPENING_MS);
    await putSideFact({ id: SECOND_LOG_FACT });
    await applyPending(second, now, pendingToVersion2);
    second.close();
    return true;
  } catch {
    return false;
  }
}

/** Whether the logs were joined, and why not: the storage failed, or they contradict each other. */
export type Joining = { ok: true } | { ok: false; why: StorageFailure | 'contradiction' };

/**
 * Merges the second log into the first. From the next start on there is one log. If it fails, both
 * stay as they are.
 */
export async function joinLogs(second: InfernalDatabase, first: InfernalDatabase, now: Instant): Promise<Joining> {
  try {
    const { log } = await readWholeLog(second);
    const restored = await restoreLog(first, { log, mode: 'merge', now });
    if (!restored.ok) return { ok: false, why: 'failure' in restored ? restored.failure : 'contradiction' };
    if (!restored.value.ok) return { ok: false, why: 'contradiction' };
    await removeSideFact(SECOND_LOG_FACT);
    // Everything in it is in the first log now. If it cannot be deleted, a later merge finds no
    // difference.
    await second.delete().catch(() => {});
    await forgetWitness('secondWitness');
    return { ok: true };
  } catch {
    return { ok: false, why: 'unknown' };
  }
}

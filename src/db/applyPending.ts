import { isFailure, type Refusal, type StorageFailure } from '@/domain/refusal';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { findCommand } from './door';
import { forgetPending, type PendingWrite, pendingWrites } from './pending';

/** What became of the pending writes. */
export interface AppliedPending {
  /** How many were written to the log. */
  applied: number;
  /** How many contradict what was logged since, and were left out. */
  leftOut: number;
  /** How many wait for a version of the app that knows their command. */
  unknown: number;
  /** How many the storage did not take. */
  waiting: number;
  /** Why it did not; null if it took them all. */
  failure: StorageFailure | null;
}

/** A pending write that is refused with one of these is done or was taken back: nothing is lost. */
const SETTLED: ReadonlySet<Refusal['code']> = new Set([
  'unknownIncident',
  'unknownEntry',
  'unknownRow',
  'changedSince',
]);

/**
 * Applies the pending writes, oldest first, each once. The app calls this at its start. A write
 * that is refused now, for example because its child was archived since, is dropped. A write that
 * fails again stays pending, and so does one of a command that this version does not know.
 *
 * @param now when they are applied, which may be long after the `now` of their inputs; a command
 *   that needs it reads it as `appliedAt`
 * @param migrate converts a write kept by an older version of the app into a present command
 * @param writes the pending writes, if they were read already
 */
export async function applyPending(
  db: InfernalDatabase,
  now: Instant,
  migrate: (db: InfernalDatabase, write: PendingWrite) => Promise<PendingWrite> = async (_db, write) => write,
  writes?: readonly PendingWrite[],
): Promise<AppliedPending> {
  const outcome: AppliedPending = { applied: 0, leftOut: 0, unknown: 0, waiting: 0, failure: null };
  for (const kept of writes ?? (await pendingWrites())) {
    // The order must stay: a later cry would be taken for the one that waits. Only a write that
    // fails for a reason of its own does not hold up the others.
    if (outcome.failure !== null && outcome.failure !== 'unknown') {
      outcome.waiting += 1;
      continue;
    }
    const write = await migrate(db, kept).catch(() => null);
    const run = write ? findCommand(write.command) : undefined;
    if (!write || !run) {
      outcome.unknown += 1;
      continue;
    }
    const result = await run(db, { ...(write.input as object), appliedAt: now } as never);
    if (isFailure(result)) outcome.failure = result.failure;
    // After a failure, a refusal may only mean that an earlier write is missing.
    if (isFailure(result) || (!result.ok && outcome.failure !== null)) {
      outcome.waiting += 1;
      continue;
    }
    if (result.ok) outcome.applied += 1;
    else if (!SETTLED.has(result.refusal.code)) outcome.leftOut += 1;
    // What an overlay shows is not in the log yet.
    if (!db.overlay) await forgetPending(write.id);
  }
  return outcome;
}

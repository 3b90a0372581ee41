import type { Result, StorageFailure } from '@/domain/refusal';
import type { TableName } from '@/domain/rows/tables';
import { newId } from '@/lib/ids';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { failureOf } from './failure';
import { forgetPending, keepPending, type PendingWrite, pendingWrites } from './pending';

/*
 * The door to the tables: all writes go through commands. A command runs in one transaction. If it
 * refuses, the transaction is rolled back, so nothing is written in part. If the storage fails, the
 * command is kept and tried again.
 *
 * The input of a command is plain data and contains every id and instant. A command can therefore
 * be stored and applied later, and applying it twice has the same result as applying it once.
 */

/** A command never throws: its result is a value, a refusal, or a failure of the storage. */
export type Command<Input, Value> = (db: InfernalDatabase, input: Input) => Promise<Result<Value>>;

// The map holds commands of all kinds, so the type of their input is lost here.
const commands = new Map<string, (db: InfernalDatabase, input: never) => Promise<Result<unknown>>>();

/** After a lost connection, reopening is tried for this long before the screen offers to reload. */
const REOPEN_FOR_MS = 2000;
const REOPEN_EVERY_MS = 100;

interface CommandOptions {
  /**
   * Whether a write that failed is tried again at the next start. False for what is done by day,
   * where the user sees the failure and can repeat the action.
   */
  retryAtStart?: boolean;
}

/**
 * Declares a command and registers it under its name, by which a pending write finds it again. The
 * name is stored on devices: it must never change.
 *
 * @param tables the tables that `body` reads or writes; its transaction covers them
 * @returns the command; its result is a value, a refusal, or a storage failure, and it never throws
 */
export function command<Input, Value>(
  name: string,
  tables: (TableName | 'meta')[],
  body: (db: InfernalDatabase, input: Input) => Promise<Result<Value>>,
  { retryAtStart = true }: CommandOptions = {},
): Command<Input, Value> {
  const runInTransaction = async (db: InfernalDatabase, input: Input): Promise<Result<Value>> => {
    let refusal: Result<Value> | null = null;
    try {
      // Only an open database knows whether a newer app wrote this log.
      if (!db.isReadOnly && !db.isOpen()) await db.open();
      if (db.isReadOnly) return { ok: false, failure: 'newerSchema' };
      // This callback must be an `async` function: only then does Dexie keep the transaction open
      // across the awaits inside.
      return await db.transaction('rw', tables, async (transaction) => {
        const result = await body(db, input);
        if (result.ok) return result;
        // The body may have written some rows before it refused.
        refusal = result;
        transaction.abort();
        return result;
      });
    } catch (error) {
      return refusal ?? { ok: false, failure: failureOf(error) };
    }
  };
  commands.set(name, runInTransaction);

  return async (db, input) => {
    const result = await runInTransaction(db, input);
    if (!isFailure(result)) return result;
    const write = { id: newId(), command: name, input };
    // A failed write of a GameDay must never be applied to the real log.
    const willRetry = retryAtStart && !db.isGameDay;
    if (willRetry) keepPending(write);
    const markDropped = (failed: Result<Value>): Result<Value> =>
      isFailure(failed) && !willRetry ? { ...failed, dropped: true } : failed;
    if (result.failure !== 'connectionLost') return markDropped(result);
    const retried = await retryAfterReopening(db, () => runInTransaction(db, input));
    if (willRetry && !isFailure(retried)) forgetPending(write.id);
    return markDropped(retried);
  };
}

/**
 * Applies the pending writes, oldest first, each once. The app calls this at its start. A write
 * that is refused now, for example because its child was archived since, is dropped. A write that
 * fails again stays pending.
 *
 * @param now when they are applied, which may be long after the `now` of their inputs; a command
 *   that needs it reads it as `appliedAt`
 * @param migrate converts a write kept by an older version of the app into a present command
 * @returns how many writes were applied
 */
export async function applyPending(
  db: InfernalDatabase,
  now: Instant,
  migrate: (db: InfernalDatabase, write: PendingWrite) => Promise<PendingWrite> = async (_db, write) => write,
): Promise<number> {
  let applied = 0;
  for (const kept of pendingWrites()) {
    const write = await migrate(db, kept).catch(() => null);
    if (!write) continue;
    const run = commands.get(write.command);
    const result = run ? await run(db, { ...(write.input as object), appliedAt: now } as never) : null;
    if (result && isFailure(result)) continue;
    forgetPending(write.id);
    if (result?.ok) applied += 1;
  }
  return applied;
}

/**
 * Opens the lost connection again and runs the command. Repeats this while the connection is lost,
 * for at most REOPEN_FOR_MS. Returns the last result.
 */
async function retryAfterReopening<T>(db: InfernalDatabase, run: () => Promise<Result<T>>): Promise<Result<T>> {
  const giveUpAt = performance.now() + REOPEN_FOR_MS;
  for (;;) {
    db.close({ disableAutoOpen: false });
    await db.open().catch(() => {});
    const result = await run();
    if (!isFailure(result) || result.failure !== 'connectionLost' || performance.now() > giveUpAt) return result;
    await new Promise((resolve) => setTimeout(resolve, REOPEN_EVERY_MS));
  }
}

const isFailure = <T>(result: Result<T>): result is { ok: false; failure: StorageFailure } =>
  !result.ok && 'failure' in result;

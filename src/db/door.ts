import type { Result, StorageFailure } from '@/domain/refusal';
import type { TableName } from '@/domain/rows/tables';
import { newId } from '@/lib/ids';
import type { InfernalDatabase } from './database';
import { failureOf } from './failure';
import { forgetPending, keepPending, type PendingWrite, pendingWrites } from './pending';

/*
 * The one door to the tables. A command is one transaction, and what it refuses it takes back: a refusal leaves nothing
 * half-written. What the storage does not take is kept and tried again.
 *
 * The input of a command is plain data with every id and instant in it, so that it can be kept and applied later, once or twice, to the same end.
 */

export type Command<Input, Value> = (db: InfernalDatabase, input: Input) => Promise<Result<Value>>;

// A command's own input type is lost where commands of all kinds are looked up by name.
const commands = new Map<string, (db: InfernalDatabase, input: never) => Promise<Result<unknown>>>();

/** How long a lost connection is given to come back before the screen offers to reload. */
const REOPEN_FOR_MS = 2000;
const REOPEN_EVERY_MS = 100;

interface CommandOptions {
  /** Whether a write that the storage did not take is made at the next start. Not for what is asked for by day, and seen to fail. */
  retryAtStart?: boolean;
}

export function command<Input, Value>(
  name: string,
  tables: (TableName | 'meta')[],
  body: (db: InfernalDatabase, input: Input) => Promise<Result<Value>>,
  { retryAtStart = true }: CommandOptions = {},
): Command<Input, Value> {
  const runOnce = async (db: InfernalDatabase, input: Input): Promise<Result<Value>> => {
    let refusal: Result<Value> | null = null;
    try {
      // Opened first: only then is it known whether a newer app wrote this log.
      if (!db.isReadOnly && !db.isOpen()) await db.open();
      if (db.isReadOnly) return { ok: false, failure: 'newerSchema' };
      // An `async` function by its look: Dexie keeps the transaction over the awaits inside only of such a one.
      return await db.transaction('rw', tables, async (transaction) => {
        const result = await body(db, input);
        if (result.ok) return result;
        // Of several rows the first may be written by now.
        refusal = result;
        transaction.abort();
        return result;
      });
    } catch (error) {
      return refusal ?? { ok: false, failure: failureOf(error) };
    }
  };
  commands.set(name, runOnce);

  return async (db, input) => {
    const result = await runOnce(db, input);
    if (!isFailure(result)) return result;
    const write = { id: newId(), command: name, input };
    // What fails in a GameDay must never come up in the real log.
    const willRetry = retryAtStart && !db.isGameDay;
    if (willRetry) keepPending(write);
    const markDropped = (failed: Result<Value>): Result<Value> =>
      isFailure(failed) && !willRetry ? { ...failed, dropped: true } : failed;
    if (result.failure !== 'connectionLost') return markDropped(result);
    const again = await retryAfterReopening(db, () => runOnce(db, input));
    if (willRetry && !isFailure(again)) forgetPending(write.id);
    return markDropped(again);
  };
}

/**
 * Applies what was kept from an earlier failure, oldest first, each once. To be called at the start.
 *
 * @param migrate makes the present command of one that an older version of the app kept
 * @returns how many were applied; one that is refused by now (the child was archived since) is dropped, one that fails again stays
 */
export async function applyPending(
  db: InfernalDatabase,
  migrate: (db: InfernalDatabase, write: PendingWrite) => Promise<PendingWrite> = async (_db, write) => write,
): Promise<number> {
  let applied = 0;
  for (const kept of pendingWrites()) {
    const write = await migrate(db, kept).catch(() => null);
    if (!write) continue;
    const run = commands.get(write.command);
    const result = run ? await run(db, write.input as never) : null;
    if (result && isFailure(result)) continue;
    forgetPending(write.id);
    if (result?.ok) applied += 1;
  }
  return applied;
}

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

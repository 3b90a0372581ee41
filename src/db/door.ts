import { isFailure, type Result } from '@/domain/refusal';
import type { TableName } from '@/domain/rows/tables';
import { newId } from '@/lib/ids';
import type { InfernalDatabase } from './database';
import { failureOf } from './failure';
import { forgetPending, keepPending } from './pending';
import { retryAfterReopening } from './reopen';
import { withinTime } from './sideDatabase';

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
type AnyCommand = (db: InfernalDatabase, input: never) => Promise<Result<unknown>>;
const commands = new Map<string, AnyCommand>();

/** Returns the command of this name, without its retries; undefined if none was declared. */
export const findCommand = (name: string): AnyCommand | undefined => commands.get(name);

/** A storage that has not answered a tap by then is taken as one that failed. */
const MAX_WRITE_MS = 5000;

interface CommandOptions {
  /**
   * Whether a write that failed is tried again at the next start. False for what is done by day,
   * where the user sees the failure and can repeat the action.
   */
  retryAtStart?: boolean;
}

/** The tables in which this phone keeps how far it has heard the household (`syncTables.ts`). */
type SyncTable = 'outbox' | 'documents' | 'later' | 'phones' | 'pages';

/**
 * Declares a command and registers it under its name, by which a pending write finds it again. The
 * name is stored on devices: it must never change.
 *
 * @param tables the tables that `body` reads or writes; its transaction covers them
 * @returns the command; its result is a value, a refusal, or a storage failure, and it never throws
 */
export function command<Input, Value>(
  name: string,
  tables: (TableName | SyncTable | 'meta')[],
  body: (db: InfernalDatabase, input: Input) => Promise<Result<Value>>,
  { retryAtStart = true }: CommandOptions = {},
): Command<Input, Value> {
  const runInTransaction = async (db: InfernalDatabase, input: Input): Promise<Result<Value>> => {
    let refusal: Result<Value> | null = null;
    try {
      // Only an open database knows whether a newer app wrote this log.
      if (!db.isReadOnly && !db.isOpen()) await db.open();
      if (db.isReadOnly && !db.overlay) return { ok: false, failure: db.whyReadOnly };
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
  // A write that is answered too late may still be written. It is then applied twice.
  const run = (db: InfernalDatabase, input: Input): Promise<Result<Value>> =>
    retryAtStart
      ? withinTime(runInTransaction(db, input), MAX_WRITE_MS).catch(() => ({ ok: false, failure: 'connectionLost' }))
      : runInTransaction(db, input);
  commands.set(name, run);

  return async (db, input) => {
    // A failed write of a GameDay must never be applied to the real log.
    const willRetry = retryAtStart && !db.isGameDay;
    const write = { id: newId(), command: name, input };
    if (db.overlay) return db.overlay.write(willRetry ? write : null, () => run(db, input));
    const result = await run(db, input);
    if (!isFailure(result)) return result;
    if (!willRetry) {
      const retried =
        result.failure === 'connectionLost' ? await retryAfterReopening(db, () => run(db, input)) : result;
      return isFailure(retried) ? { ...retried, dropped: true } : retried;
    }
    const kept = await keepPending(write);
    if (result.failure !== 'connectionLost') return { ...result, kept };
    const retried = await retryAfterReopening(db, () => run(db, input));
    if (isFailure(retried)) return { ...retried, kept };
    await forgetPending(write.id);
    return retried;
  };
}

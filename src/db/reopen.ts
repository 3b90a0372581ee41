import { isFailure, ok, type Result } from '@/domain/refusal';
import type { InfernalDatabase } from './database';
import { failureOf } from './failure';

/** After a lost connection, reopening is tried for this long before the screen offers to reload. */
const REOPEN_FOR_MS = 2000;
const REOPEN_EVERY_MS = 100;

/**
 * Opens the lost connection again and runs the command. Repeats this while the connection is lost,
 * for at most REOPEN_FOR_MS. Returns the last result.
 */
export async function retryAfterReopening<T>(db: InfernalDatabase, run: () => Promise<Result<T>>): Promise<Result<T>> {
  const giveUpAt = performance.now() + REOPEN_FOR_MS;
  for (;;) {
    db.close({ disableAutoOpen: false });
    await db.open().catch(() => {});
    const result = await run();
    if (!isFailure(result) || result.failure !== 'connectionLost' || performance.now() > giveUpAt) return result;
    await new Promise((resolve) => setTimeout(resolve, REOPEN_EVERY_MS));
  }
}

/** Opens the lost connection again. Resolves to whether the log can be read then. */
export async function reopen(db: InfernalDatabase): Promise<boolean> {
  const read = async (): Promise<Result<number>> => {
    try {
      return ok(await db.household.count());
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  };
  return (await retryAfterReopening(db, read)).ok;
}

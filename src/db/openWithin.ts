import type { InfernalDatabase } from './database';

/** A migration of ten years takes seconds, but a whole minute only if it hangs. */
const MAX_MIGRATION_MS = 60_000;

/**
 * Opens a database, but waits for it only so long: a damaged one may never answer. Rejects with the
 * browser's error, or with a `TimeoutError`. Resolves to 'blocked' if another window with an older
 * version holds the database; it then opens when that window is closed.
 */
export function openWithin(db: InfernalDatabase, maxMs: number): Promise<'open' | 'blocked'> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const check = () => {
      const hasTime = db.isMigrating && performance.now() - startedAt < MAX_MIGRATION_MS;
      if (hasTime) timer = setTimeout(check, maxMs);
      else reject(new DOMException('the database does not answer', 'TimeoutError'));
    };
    let timer = setTimeout(check, maxMs);
    db.on('blocked', () => {
      clearTimeout(timer);
      resolve('blocked');
    });
    db.open()
      .then(() => resolve('open'), reject)
      .finally(() => clearTimeout(timer));
  });
}

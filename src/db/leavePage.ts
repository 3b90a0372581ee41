import type { DBCore, Dexie } from 'dexie';

/*
 * A browser may keep a page that was left, to show it again (the back-forward cache). The tasks of
 * such a page stop, and so a transaction of it never ends. In WebKit, the next page then waits for
 * the tables of that transaction for ever. So the page aborts its transactions when it is left. It
 * does not need them: it starts anew when it is shown again (index.html).
 */

/** Dexie's own layers have levels from -1 to 2, and an overlay is at -10: below it is the disk. */
const LEVEL = -20;

const running = new Set<IDBTransaction>();
let isLeft = false;

// Neither Node nor a worker has pages, or this type of event.
globalThis.addEventListener?.('pagehide', (event) => {
  isLeft = (event as { persisted?: boolean }).persisted === true;
  if (!isLeft) return;
  for (const transaction of running)
    try {
      transaction.abort();
    } catch {
      // It is being committed.
    }
});

/** Aborts this transaction when the page is left. Throws an `AbortError` if it has been left. */
export function abortWhenLeft(transaction: IDBTransaction): void {
  if (isLeft) {
    transaction.abort();
    throw new DOMException('the page was left', 'AbortError');
  }
  running.add(transaction);
  for (const end of ['complete', 'abort']) transaction.addEventListener(end, () => running.delete(transaction));
}

/** Does this with all transactions of a database. */
export function abortTransactionsWhenLeft(db: Dexie): void {
  db.use({ stack: 'dbcore', name: 'leavePage', level: LEVEL, create: followTransactions });
}

const followTransactions = (core: DBCore): DBCore => ({
  ...core,
  transaction(stores, mode, options) {
    const transaction = core.transaction(stores, mode, options);
    // At this level it is the browser's own.
    abortWhenLeft(transaction as IDBTransaction);
    return transaction;
  },
});

import type { ChangeEvent } from '@/protocol/api';
import type { Log } from './log';
import type { Store } from './store/store';

/** The channel of PostgreSQL on which all processes of the server hear of changes. */
export const CHANNEL = 'infernalops';

const RETRY_MS = 1_000;

/** A household has changed, or is gone. */
export type Notification = ({ household: string } & ChangeEvent) | { household: string; gone: true };

export const parseNotification = (payload: string): Notification => JSON.parse(payload) as Notification;

/**
 * Tells all processes of the server what was committed, this one included.
 *
 * It is not done in the transaction that writes: PostgreSQL lets only one transaction with a
 * notification commit at a time, so every write of every household would wait for the disk by
 * itself. What comes while a statement is on its way goes together in the next one, of each
 * household only the latest.
 *
 * A process that is killed between the commit and the notification has not answered the phone,
 * which sends again, and a push that finds everything written is told, too.
 */
export class Notifier {
  readonly #waiting = new Map<string, Notification>();
  #sending: Promise<void> | null = null;
  #isClosed = false;

  constructor(
    private readonly store: Store,
    private readonly log: Log,
  ) {}

  tell(notification: Notification): void {
    const { household } = notification;
    // Nothing comes after the end of a household.
    const isGone = 'gone' in (this.#waiting.get(household) ?? {});
    if (!isGone) this.#waiting.set(household, notification);
    this.#sending ??= this.#sendAll();
  }

  /** Resolves when everything is told, or the store did not take it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    // What the same turn of the event loop tells goes in one statement.
    await Promise.resolve();
    while (this.#waiting.size > 0) {
      const batch = [...this.#waiting.values()];
      this.#waiting.clear();
      try {
        await this.store.notify(
          CHANNEL,
          batch.map((notification) => JSON.stringify(notification)),
        );
      } catch (error) {
        this.log.warn('notifyFailed', { reason: error instanceof Error ? error.message : String(error) });
        if (this.#isClosed) break;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        for (const notification of batch)
          if (!this.#waiting.has(notification.household)) this.#waiting.set(notification.household, notification);
      }
    }
    this.#sending = null;
  }
}

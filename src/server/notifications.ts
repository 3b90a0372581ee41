import type { ChangeEvent } from '@/protocol/api';
import type { Log } from './log';
import type { Store } from './store/store';

/** The channel of PostgreSQL on which all processes of the server hear of changes. */
export const CHANNEL = 'infernalops';

const RETRY_MS = 1_000;

/** Of a household, only the latest of these counts. */
type StateNotification = ({ household: string } & ChangeEvent) | { household: string; gone: true };
/** `page` is a sealed body, and each one counts. */
type PageNotification = { household: string; page: string };

/** A household has changed or is gone, or one of its phones pages. */
export type Notification = StateNotification | PageNotification;

export const parseNotification = (payload: string): Notification => JSON.parse(payload) as Notification;

/**
 * Tells all processes of the server what was committed, this one included.
 *
 * It is not done in the transaction that writes: PostgreSQL lets only one transaction with a
 * notification commit at a time, so every write of every household would wait for the disk by
 * itself. What comes while a statement is on its way goes together in the next one: all pages in
 * their order, and of each household only the latest state.
 *
 * A process that is killed between the commit and the notification has not answered the phone,
 * which sends again, and a push that finds everything written is told, too. The same is true of a
 * page. A process whose connection to PostgreSQL was lost meanwhile misses what was told: its
 * streams are told to pull, and a page that was missed comes as a push, or is a row of the log.
 */
export class Notifier {
  readonly #states = new Map<string, StateNotification>();
  #pages: PageNotification[] = [];
  #sending: Promise<void> | null = null;
  #isClosed = false;

  constructor(
    private readonly store: Store,
    private readonly log: Log,
  ) {}

  tell(notification: Notification): void {
    if ('page' in notification) this.#pages.push(notification);
    else {
      const { household } = notification;
      // Nothing comes after the end of a household.
      const isGone = 'gone' in (this.#states.get(household) ?? {});
      if (!isGone) this.#states.set(household, notification);
    }
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
    while (this.#pages.length > 0 || this.#states.size > 0) {
      const pages = this.#pages;
      const states = [...this.#states.values()];
      this.#pages = [];
      this.#states.clear();
      try {
        await this.store.notify(
          CHANNEL,
          [...pages, ...states].map((notification) => JSON.stringify(notification)),
        );
      } catch (error) {
        this.log.warn('notifyFailed', { reason: error instanceof Error ? error.message : String(error) });
        if (this.#isClosed) break;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        this.#pages.unshift(...pages);
        for (const state of states) if (!this.#states.has(state.household)) this.#states.set(state.household, state);
      }
    }
    this.#sending = null;
  }
}

/** A parameter of a statement, or a value of a row. `bigint` columns come as numbers. */
type Value = string | number | boolean | null | readonly string[] | readonly number[];

/**
 * Runs one statement, or several without parameters. Resolves to the rows of the (first) one.
 * Rejects with the error of PostgreSQL, whose SQLSTATE is in `code` (`kindOfFailure` reads it).
 */
export type Query = <Row extends object = Record<string, Value>>(
  sql: string,
  params?: readonly Value[],
) => Promise<Row[]>;

/** A PostgreSQL, embedded or not. Everything else of the server knows only this. */
export interface Store {
  readonly name: 'PGlite' | 'PostgreSQL';
  query: Query;

  /** Runs `work` in a transaction, which is rolled back if it rejects. */
  transaction<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;

  /**
   * Hears the notifications of all processes on a channel, those of this process included. After
   * a time in which some may have been missed, it calls `onGap`.
   */
  listen(channel: string, onNotification: (payload: string) => void, onGap: () => void): Promise<void>;

  /**
   * Tells everybody who listens on the channel, in this order. A payload is below 8,000 bytes.
   * Rejects if the store does not take it; `listen` comes first.
   */
  notify(channel: string, payloads: readonly string[]): Promise<void>;

  /** Whether the disk has room for more. A PostgreSQL elsewhere says so itself when it has not. */
  hasRoom(): Promise<boolean>;

  close(): Promise<void>;
}

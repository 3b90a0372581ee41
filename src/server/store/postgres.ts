import pg from 'pg';
import type { Log } from '@/server/log';
import type { Query, Store } from './store';

const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const RECONNECT_MS = 1_000;
/** A connection that has not taken a notification by then is lost, whether or not it says so. */
const NOTIFY_TIMEOUT_MS = 5_000;

/** All counts are below 2^53, so they are numbers. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

/** The names of the statements that were used so far: all are written in this code. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `statement ${names.size}`;
  names.set(sql, name);
  return name;
}

/** Opens any PostgreSQL from version 15. Rejects if it cannot be reached. */
export async function openPostgres(connectionString: string, log: Log): Promise<Store> {
  const connection: pg.ClientConfig = {
    connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'infernalops',
    types: TYPES,
  };
  const pool = new pg.Pool({ ...connection, max: CONNECTIONS, statement_timeout: STATEMENT_TIMEOUT_MS });
  // An idle connection was lost. The pool opens another one when it is needed.
  pool.on('error', (error) => log.warn('connectionLost', { reason: error.message }));
  const listeners: Listener[] = [];

  const queryOn =
    (client: pg.Pool | pg.PoolClient): Query =>
    async (sql, params) => {
      // A statement with a name is planned once on each connection.
      const statement = params && { name: nameOf(sql), text: sql, values: [...params] };
      const result = await (statement ? client.query(statement) : client.query(sql));
      // Several statements have several results.
      return (Array.isArray(result) ? result[0] : result).rows;
    };
  const query = queryOn(pool);

  try {
    const [version] = await query<{ number: number }>(
      "SELECT current_setting('server_version_num')::integer AS number",
    );
    if ((version?.number ?? 0) < 150_000) throw new Error('PostgreSQL 15 or later is needed.');
  } catch (error) {
    await pool.end();
    throw error;
  }

  return {
    name: 'PostgreSQL',
    query,
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        const result = await work(queryOn(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((lost: Error) => {
          broken = lost;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async listen(channel, onNotification, onGap) {
      const listener = new Listener(connection, channel, onNotification, onGap, log);
      listeners.push(listener);
      await listener.connect();
    },
    async notify(channel, payloads) {
      const listener = listeners.find((each) => each.channel === channel);
      if (!listener) throw new Error(`Nobody listens on ${channel}.`);
      await listener.notify(payloads);
    },
    hasRoom: async () => true,
    async close() {
      await Promise.all(listeners.map((listener) => listener.close()));
      await pool.end();
    },
  };
}

/**
 * One connection for the notifications of a channel, in both directions: those that are sent do not
 * wait for the writes of the pool. It reconnects until it is closed.
 */
class Listener {
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly connection: pg.ClientConfig,
    readonly channel: string,
    private readonly onNotification: (payload: string) => void,
    private readonly onGap: () => void,
    private readonly log: Log,
  ) {}

  async connect(): Promise<void> {
    const client = new pg.Client(this.connection);
    client.on('notification', ({ payload }) => this.onNotification(payload ?? ''));
    // `end` follows every error.
    client.on('error', (error) => this.log.warn('listenerLost', { reason: error.message }));
    await client.connect();
    try {
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
    } catch (error) {
      // Nobody else knows of this connection, so nobody else would close it.
      client.end().catch(() => {});
      throw error;
    }
    if (this.#closed) return client.end();
    this.#client = client;
    client.on('end', () => this.#reconnectLater());
  }

  async notify(payloads: readonly string[]): Promise<void> {
    const client = this.#client;
    if (!client) throw new Error('The connection is lost.');
    // While something waits to be acknowledged, the system does not probe a connection, and takes a
    // quarter of an hour to give it up. Its end reconnects.
    const timer = setTimeout(() => client.end().catch(() => {}), NOTIFY_TIMEOUT_MS);
    try {
      // Nothing is written, so this waits for no disk.
      await client.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [this.channel, payloads]);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end();
  }

  #reconnectLater(): void {
    this.#client = null;
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.connect().then(this.onGap, () => this.#reconnectLater());
    }, RECONNECT_MS);
  }
}

import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPostgres } from '@/server/store/postgres';
import type { Store } from '@/server/store/store';
import { runSql } from './support/cluster';
import { type Place, storeKinds } from './support/home';

const postgres = storeKinds()[1];
const LOG = { info() {}, warn() {}, error() {} };

describe.runIf(postgres)('a connection that listens', () => {
  let place: Place;
  let store: Store;

  beforeEach(async () => {
    if (!postgres) return;
    place = await postgres.createPlace();
    store = await openPostgres(place.env.DATABASE_URL ?? '', LOG);
  });
  afterEach(() => place.remove());

  /** How many connections of this database have asked to listen last. */
  const listening = async (): Promise<number> => {
    const [row] = await runSql<{ count: number }>(
      place.env.DATABASE_URL ?? '',
      `SELECT count(*)::integer AS count FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    );
    return row?.count ?? 0;
  };

  it('hears what is said', async () => {
    const onNotification = vi.fn();
    await store.listen('news', onNotification, () => {});
    expect(await listening()).toBe(1);
    await store.query("SELECT pg_notify('news', 'Léo woke')");
    await vi.waitFor(() => expect(onNotification).toHaveBeenCalledWith('Léo woke'));
    await store.close();
    await vi.waitFor(async () => expect(await listening()).toBe(0));
  });

  it('is closed if it cannot listen', async () => {
    // No channel has an empty name.
    await expect(store.listen('', vi.fn(), vi.fn())).rejects.toThrow('zero-length');
    await vi.waitFor(async () => expect(await listening()).toBe(0));
    await store.close();
  });

  it('is closed if the store was closed while it was opened', async () => {
    const opened = store.listen('news', vi.fn(), vi.fn());
    await store.close();
    await opened;
    await vi.waitFor(async () => expect(await listening()).toBe(0));
  });

  it('is given up if it takes no notification, and another one takes the next', { timeout: 60_000 }, async () => {
    const url = new URL(place.env.DATABASE_URL ?? '');
    const proxy = await FreezingProxy.to(`${url.searchParams.get('host')}/.s.PGSQL.5432`);
    const far = await openPostgres(`postgresql://postgres@127.0.0.1:${proxy.port}${url.pathname}`, LOG);
    const [onNotification, onGap] = [vi.fn(), vi.fn()];
    await far.listen('news', onNotification, onGap);

    proxy.freeze();
    await expect(far.notify('news', ['lost'])).rejects.toThrow();
    await vi.waitFor(() => expect(onGap).toHaveBeenCalledOnce(), { timeout: 10_000 });
    await far.notify('news', ['Léo woke']);
    await vi.waitFor(() => expect(onNotification.mock.calls).toEqual([['Léo woke']]));

    await far.close();
    await proxy.close();
    await store.close();
  });
});

/** Passes connections on to PostgreSQL, until those that are open are frozen: nobody says so. */
class FreezingProxy {
  readonly #open = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async to(path: string): Promise<FreezingProxy> {
    const server = createServer();
    const proxy = new FreezingProxy(server);
    server.on('connection', (near) => {
      const far = connect(path);
      for (const socket of [near, far]) proxy.#open.add(socket.on('error', () => {}));
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  freeze(): void {
    for (const socket of this.#open) socket.unpipe().pause();
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

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
});

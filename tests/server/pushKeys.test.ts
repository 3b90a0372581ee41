import { createECDH } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Log } from '@/server/log';
import { pushKeysOf } from '@/server/pager/pushKeys';
import { migrate } from '@/server/store/migrations';
import first from '@/server/store/migrations/0001-first.sql?raw';
import { openPglite } from '@/server/store/pglite';
import { openPostgres } from '@/server/store/postgres';
import type { Query, Store } from '@/server/store/store';
import { type Place, startHome, storeKinds } from './support/home';
import { newId, Phone } from './support/phone';

const NO_LOG: Log = { info() {}, warn() {}, error() {} };

const pushKeyOf = async (url: string): Promise<unknown> =>
  ((await (await fetch(`${url}/api/v1/health`)).json()) as { pushKey: unknown }).pushKey;

describe.each(storeKinds())('the push keys in $name', (kind) => {
  let place: Place;
  let stores: Store[];
  const open = (): Promise<Store> => {
    const { DATABASE_URL: url, INFERNALOPS_DATA: folder = '' } = place.env;
    return url ? openPostgres(url, NO_LOG) : openPglite(folder, 0, NO_LOG);
  };

  beforeAll(async () => {
    place = await kind.createPlace();
    // Two processes can have one PostgreSQL, but not one folder.
    stores = [await open()];
    if (kind.name === 'PostgreSQL') stores.push(await open());
  });
  afterAll(() => place.remove());

  it('are made once, whoever comes first, on a store of the release before', async () => {
    const [store] = stores;
    if (!store) throw new Error('No store was opened.');
    const household = newId();
    await store.query(`CREATE TABLE setting (name text PRIMARY KEY, value text NOT NULL);
      INSERT INTO setting VALUES ('generation', '1'); ${first};
      INSERT INTO household (id, token_hash, sum) VALUES ('${household}', 'hash', 'sum')`);

    await Promise.all(stores.map(migrate));
    // One process has looked and found none; before it goes on, another one stores its own.
    let goOn = () => {};
    const later = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let hasLooked = false;
    const slow: Query = async (sql, params) => {
      const rows = await store.query<never>(sql, params);
      hasLooked = true;
      await later;
      return rows;
    };
    const keysOfSlow = pushKeysOf({ ...store, query: slow });
    await expect.poll(() => hasLooked).toBe(true);
    const keys = await Promise.all(stores.map(pushKeysOf));
    goOn();

    for (const each of [await keysOfSlow, ...keys]) expect(each).toEqual(keys[0]);
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(keys[0]?.privateKey ?? '', 'base64url');
    expect(pair.getPublicKey('base64url')).toBe(keys[0]?.publicKey);
    expect(await store.query('SELECT id FROM household', [])).toEqual([{ id: household }]);
    expect(await store.query('SELECT * FROM device', [])).toEqual([]);
    for (const each of stores) await each.close();
  });

  it('stay through a restart, and the public one is told to everybody', async () => {
    const before = await startHome(place);
    const pushKey = await pushKeyOf(before.url);
    expect(pushKey).toMatch(/^B[\w-]{86}$/);
    await before.stop();
    const after = await startHome(place);
    expect(await pushKeyOf(after.url)).toBe(pushKey);
    expect((await new Phone(after.url).create()).household).toHaveLength(22);
    await after.stop();
  });
});

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '@/server/store/store';
import { type Place, storeKinds } from './support/home';

const realSync = fs.fdatasyncSync;
let syncs = 0;
let place: Place;
let store: Store;

beforeAll(async () => {
  fs.fdatasyncSync = (file) => {
    syncs += 1;
    realSync(file);
  };
  syncBuiltinESMExports();
  const [pglite] = storeKinds();
  if (!pglite) throw new Error('PGlite is always there.');
  place = await pglite.createPlace();
  const { openPglite } = await import('@/server/store/pglite');
  store = await openPglite(place.env.INFERNALOPS_DATA ?? '', 0, { info() {}, warn() {}, error() {} });
  await store.query('CREATE TABLE note (text text)');
});
afterAll(async () => {
  await store.close();
  await place.remove();
  fs.fdatasyncSync = realSync;
  syncBuiltinESMExports();
});

const syncsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = syncs;
  await work();
  return syncs - before;
};

it('a commit is on the disk before it is answered, with one fdatasync', async () => {
  const write = () =>
    store.transaction(async (query) => {
      await query('INSERT INTO note VALUES ($1)', ['one']);
      await query('INSERT INTO note VALUES ($1)', ['two']);
    });
  expect(await syncsOf(write)).toBe(1);
});

it('the log of the store begins again after a while, and does not grow for ever', async () => {
  const text = randomBytes(400_000).toString('hex');
  for (let index = 0; index < 25; index += 1) {
    await store.transaction((query) => query('INSERT INTO note VALUES ($1)', [`${index} ${text}`]));
  }
  // 20 MB were written since the start, and more than 16 MiB are not kept.
  const [log] = await store.query<{ bytes: number }>(
    'SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::bigint AS bytes FROM pg_control_checkpoint()',
  );
  expect(log?.bytes).toBeLessThan(16 * 1024 * 1024);
});

it('a read waits for no disk', async () => {
  expect(await syncsOf(() => store.query('SELECT count(*) FROM note'))).toBe(0);
});

it('a checkpoint brings the tables to the disk as well', async () => {
  expect(await syncsOf(() => store.query('CHECKPOINT'))).toBeGreaterThan(3);
});

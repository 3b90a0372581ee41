import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from '@/server/households';
import { putInvitation, removeExpiredInvitations, takeInvitation } from '@/server/invitations';
import type { Log } from '@/server/log';
import { migrate } from '@/server/store/migrations';
import { openPglite } from '@/server/store/pglite';
import { openPostgres } from '@/server/store/postgres';
import type { Store } from '@/server/store/store';
import { type Place, storeKinds } from './support/home';
import { newBody, newId, newToken } from './support/phone';

const NO_LOG: Log = { info() {}, warn() {}, error() {} };

/*
 * The clock of the store decides, so the tests do not move it: they move what is stored instead.
 */
describe.each(storeKinds())('an invitation in $name', (kind) => {
  let place: Place;
  let store: Store;
  const household = newId();
  beforeAll(async () => {
    place = await kind.createPlace();
    const { DATABASE_URL: url, INFERNALOPS_DATA: folder = '' } = place.env;
    store = url ? await openPostgres(url, NO_LOG) : await openPglite(folder, 0, NO_LOG);
    await migrate(store);
    await create(store, household, newToken());
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  /** Stores an invitation as if that had been so long ago, an interval of PostgreSQL. */
  const invitedBefore = async (ago: string) => {
    const [id, body] = [newId(), newBody()];
    await putInvitation(store, id, { household, body });
    await store.query('UPDATE invitation SET expires_at = expires_at - $2::interval WHERE id = $1', [id, ago]);
    return { id, body };
  };

  it('is read until fifteen minutes have passed, and not afterwards', async () => {
    const young = await invitedBefore('14 minutes 30 seconds');
    expect(await takeInvitation(store, young.id)).toBe(young.body);
    const old = await invitedBefore('15 minutes');
    expect(await takeInvitation(store, old.id)).toBeNull();
  });

  it('that has expired makes room for others, and is swept away', async () => {
    const expired = await Promise.all(Array.from({ length: 10 }, () => invitedBefore('15 minutes')));
    const { id, body } = await invitedBefore('1 minute');
    await removeExpiredInvitations(store);
    const left = await store.query<{ id: string }>('SELECT id FROM invitation', []);
    expect(left).toEqual([{ id }]);
    expect(await takeInvitation(store, expired[0]?.id ?? '')).toBeNull();
    expect(await takeInvitation(store, id)).toBe(body);
  });
});

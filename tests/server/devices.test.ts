import { expect, it } from 'vitest';
import { startHome, storeKinds } from './support/home';
import { onEachStore } from './support/onEachStore';
import { newId, newToken, Phone } from './support/phone';
import { newSubscription } from './support/subscription';

const PUSH = 'https://push.example';

onEachStore(
  'a device',
  (server) => {
    const create = () => new Phone(server.home.url).create();

    it('is stored, told, replaced and removed', async () => {
      const phone = await create();
      const path = `/devices/${newId()}`;
      const missing = await phone.call('GET', path);
      expect({ status: missing.status, body: await missing.json() }).toEqual({
        status: 404,
        body: { error: 'notFound' },
      });

      for (const { request } of [newSubscription(PUSH), newSubscription(PUSH)]) {
        expect((await phone.call('PUT', path, request)).status).toBe(204);
        expect((await phone.call('PUT', path, request)).status).toBe(204);
        const answer = await phone.partner().call('GET', path);
        expect(await answer.json()).toEqual({ endpoint: request.endpoint });
      }

      expect((await phone.call('DELETE', path)).status).toBe(204);
      expect((await phone.call('DELETE', path)).status).toBe(204);
      expect((await phone.call('GET', path)).status).toBe(404);
    });

    it('under another id than before is one device still', async () => {
      const phone = await create();
      const [before, after] = [newId(), newId()];
      const { request } = newSubscription(PUSH);
      for (const id of [before, after]) await phone.call('PUT', `/devices/${id}`, request);
      expect((await phone.call('GET', `/devices/${before}`)).status).toBe(404);
      expect((await phone.call('GET', `/devices/${after}`)).status).toBe(200);
    });

    it('belongs to its household', async () => {
      const [phone, other] = [await create(), await create()];
      const path = `/devices/${newId()}`;
      const [ours, theirs] = [newSubscription(PUSH).request, newSubscription(PUSH).request];
      await phone.call('PUT', path, ours);
      await other.call('PUT', path, theirs);
      expect(await (await phone.call('GET', path)).json()).toEqual({ endpoint: ours.endpoint });
      await other.call('DELETE', path);
      expect((await phone.call('GET', path)).status).toBe(200);

      const stranger = new Phone(phone.url, phone.household, newToken());
      for (const method of ['PUT', 'GET', 'DELETE']) {
        expect((await stranger.call(method, path, method === 'PUT' ? ours : undefined)).status).toBe(401);
      }
    });

    it('goes with its household', async () => {
      const phone = await create();
      const path = `/devices/${newId()}`;
      await phone.call('PUT', path, newSubscription(PUSH).request);
      await phone.call('DELETE', '');
      expect((await phone.call('GET', path)).status).toBe(410);
      const next = await new Phone(phone.url, phone.household).create();
      expect((await next.call('GET', path)).status).toBe(404);
    });

    it('is one of twenty at most, of those that come at the same time as well', async () => {
      const phone = await create();
      const ids = Array.from({ length: 25 }, newId);
      const put = (id: string) => phone.call('PUT', `/devices/${id}`, newSubscription(PUSH).request);
      const statuses = (await Promise.all(ids.map(put))).map(({ status }) => status);
      expect(statuses.filter((status) => status === 204)).toHaveLength(20);
      expect(statuses.filter((status) => status === 507)).toHaveLength(5);
      // One that is there may still change its subscription, and one that goes makes room.
      const there = ids[statuses.indexOf(204)] ?? '';
      expect((await put(there)).status).toBe(204);
      expect((await put(newId())).status).toBe(507);
      await phone.call('DELETE', `/devices/${there}`);
      expect((await put(newId())).status).toBe(204);
    });

    const { request: valid } = newSubscription(PUSH);
    it.each([
      ['a host that is no push service', { ...valid, endpoint: 'https://evil.example/push' }],
      ['a host in the house', { ...valid, endpoint: 'https://192.168.1.1/' }],
      ['a push service on another port', { ...valid, endpoint: 'https://push.example:8443/push' }],
      ['a name before the host', { ...valid, endpoint: 'https://name@push.example/push' }],
      [
        'an address that two parsers may read differently',
        { ...valid, endpoint: 'https://push.example\\@evil.example/' },
      ],
      ['plain http', { ...valid, endpoint: 'http://push.example/push' }],
      ['no address', { ...valid, endpoint: 'https://' }],
      ['an endpoint that is too long', { ...valid, endpoint: `${PUSH}/${'a'.repeat(2_000)}` }],
      ['a key that is too short', { ...valid, p256dh: valid.p256dh.slice(1) }],
      ['a key that is no point of the curve', { ...valid, p256dh: `BA${'A'.repeat(85)}` }],
      ['a secret that is too long', { ...valid, auth: `${valid.auth}AA` }],
      ['no secret', { endpoint: valid.endpoint, p256dh: valid.p256dh }],
      ['another field', { ...valid, expirationTime: null }],
      ['no JSON', '{'],
    ])('with %s is refused with 400', async (_, request) => {
      const phone = await create();
      const path = `/devices/${newId()}`;
      expect((await phone.call('PUT', path, request)).status).toBe(400);
      expect((await phone.call('GET', path)).status).toBe(404);
    });

    it('with an id of another form is refused with 400, with 5 MB with 413', async () => {
      const phone = await create();
      expect((await phone.call('PUT', '/devices/short', valid)).status).toBe(400);
      expect((await phone.call('PUT', `/devices/${newId()}`, 'A'.repeat(5_000_000))).status).toBe(413);
    });
  },
  () => ({ INFERNALOPS_PUSH_HOSTS: 'push.example' }),
);

it('a device is not taken when the disk is full', async () => {
  const [pglite] = storeKinds();
  if (!pglite) throw new Error('PGlite is always there.');
  const place = await pglite.createPlace();
  const before = await startHome(place);
  const phone = await new Phone(before.url).create();
  await before.stop();
  const home = await startHome(place, {
    INFERNALOPS_MIN_FREE_MEGABYTES: '999999999',
    INFERNALOPS_PUSH_HOSTS: 'push.example',
  });
  const put = await phone.partner(home.url).call('PUT', `/devices/${newId()}`, newSubscription(PUSH).request);
  expect(put.status).toBe(507);
  await home.stop();
  await place.remove();
});

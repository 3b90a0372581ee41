import { afterAll, beforeAll, expect, it } from 'vitest';
import { json, type LoopbackServer, startLoopbackServer } from '../support/sync/loopbackServer';
import { startHome, storeKinds } from './support/home';
import { onEachStore } from './support/onEachStore';
import { newBody, newToken, Phone } from './support/phone';

let hook: LoopbackServer;
beforeAll(async () => {
  hook = await startLoopbackServer();
});
afterAll(() => hook.close());

const env = () => ({ INFERNALOPS_WEBHOOK_HOSTS: new URL(hook.origin).host });

onEachStore(
  'a webhook',
  (server) => {
    const create = async () => {
      hook.received.splice(0);
      hook.answer(json(200, {}));
      return new Phone(server.home.url).create();
    };
    const urlOf = async (phone: Phone) => (await phone.call('GET', '/webhook')).json();
    const tryIt = async (phone: Phone) => {
      const response = await phone.call('POST', '/webhook/tries');
      return { status: response.status, body: await response.json() };
    };
    const page = (phone: Phone, rings: boolean) =>
      phone.call('POST', '/pages', { to: [], body: newBody(), ttl: 60, topic: 'a', urgency: 'high', rings });

    it('is stored, told, replaced and removed', async () => {
      const phone = await create();
      expect(await urlOf(phone)).toEqual({ url: null });
      for (const url of ['https://ntfy.sh/our-nights', `${hook.origin}/hook`]) {
        expect((await phone.call('PUT', '/webhook', { url })).status).toBe(204);
        expect(await urlOf(phone.partner())).toEqual({ url });
      }
      for (let time = 0; time < 2; time += 1) {
        expect((await phone.call('DELETE', '/webhook')).status).toBe(204);
        expect(await urlOf(phone)).toEqual({ url: null });
      }
    });

    it('belongs to its household, and goes with it', async () => {
      const [phone, other] = [await create(), await create()];
      await phone.call('PUT', '/webhook', { url: `${hook.origin}/hook` });
      expect(await urlOf(other)).toEqual({ url: null });
      const stranger = new Phone(phone.url, phone.household, newToken());
      for (const [method, path] of [
        ['PUT', '/webhook'],
        ['GET', '/webhook'],
        ['DELETE', '/webhook'],
        ['POST', '/webhook/tries'],
      ] as const) {
        expect((await stranger.call(method, path, method === 'PUT' ? { url: hook.origin } : undefined)).status).toBe(
          401,
        );
      }
      await phone.call('DELETE', '');
      const next = await new Phone(phone.url, phone.household).create();
      expect(await urlOf(next)).toEqual({ url: null });
      expect(hook.received).toEqual([]);
    });

    it('is called by a page that rings, and by no other', async () => {
      const phone = await create();
      await phone.call('PUT', '/webhook', { url: `${hook.origin}/hook` });
      expect((await page(phone, false)).status).toBe(200);
      expect((await page(phone, true)).status).toBe(200);
      // It waits for the calls that have begun.
      await server.home.stop();
      expect(hook.received.map(({ method, url, body }) => [method, url, body])).toEqual([['POST', '/hook', 'page']]);
      server.home = await startHome(server.place, env());
    });

    it('is not waited for by the page', async () => {
      const phone = await create();
      await phone.call('PUT', '/webhook', { url: `${hook.origin}/hook` });
      let answerHook = () => {};
      hook.answer((response) => {
        answerHook = () => response.end();
      });
      expect(await (await page(phone, true)).json()).toEqual({ devices: [] });
      await expect.poll(() => hook.received).toHaveLength(1);
      answerHook();
    });

    it.each([
      [204, { result: 'sent', status: 204 }],
      [302, { result: 'refused', status: 302 }],
      [404, { result: 'refused', status: 404 }],
      [500, { result: 'refused', status: 500 }],
    ])('is tried once, and tells what came of it: %i', async (status, body) => {
      const phone = await create();
      await phone.call('PUT', '/webhook', { url: `${hook.origin}/hook` });
      hook.answer((response) => response.writeHead(status, { Location: '/elsewhere' }).end());
      expect(await tryIt(phone)).toEqual({ status: 200, body });
      expect(hook.received.map(({ url }) => url)).toEqual(['/hook']);
    });

    it('that is off has failed, and none is not found', async () => {
      const phone = await create();
      expect(await tryIt(phone)).toEqual({ status: 404, body: { error: 'notFound' } });
      await phone.call('PUT', '/webhook', { url: `${hook.origin}/hook` });
      hook.answer((response) => response.destroy());
      expect(await tryIt(phone)).toEqual({ status: 200, body: { result: 'failed', status: null } });
    });

    it.each([
      ['no address', { url: 'hook' }],
      ['http', { url: 'http://ntfy.sh/our-nights' }],
      ['localhost', { url: 'https://localhost/hook' }],
      ['a private address', { url: 'https://[::ffff:10.0.0.1]/hook' }],
      ['2,001 characters', { url: `https://ntfy.sh/${'a'.repeat(1_985)}` }],
      ['another type', { url: null }],
      ['another field', { url: 'https://ntfy.sh/', secret: 'x' }],
      ['no JSON', '{'],
    ])('with %s is refused with 400', async (_, request) => {
      const phone = await create();
      expect((await phone.call('PUT', '/webhook', request)).status).toBe(400);
      expect(await urlOf(phone)).toEqual({ url: null });
    });

    it('may have 2,000 characters', async () => {
      const phone = await create();
      const url = `https://ntfy.sh/${'a'.repeat(1_984)}`;
      expect((await phone.call('PUT', '/webhook', { url })).status).toBe(204);
      expect(await urlOf(phone)).toEqual({ url });
      expect((await phone.call('PUT', '/webhook', 'A'.repeat(2_000_000))).status).toBe(413);
    });
  },
  env,
);

it('a webhook whose host is no longer allowed is not called', async () => {
  const [pglite] = storeKinds();
  if (!pglite) throw new Error('PGlite is always there.');
  const place = await pglite.createPlace();
  const before = await startHome(place, env());
  const phone = await new Phone(before.url).create();
  await phone.call('PUT', '/webhook', { url: `${hook.origin}/hook` });
  await before.stop();
  hook.received.splice(0);

  const home = await startHome(place, { INFERNALOPS_MIN_FREE_MEGABYTES: '999999999' });
  const later = phone.partner(home.url);
  expect(await (await later.call('POST', '/webhook/tries')).json()).toEqual({ result: 'refused', status: null });
  // Nor is there room for another one: the disk is full.
  expect((await later.call('PUT', '/webhook', { url: 'https://ntfy.sh/our-nights' })).status).toBe(507);
  expect(hook.received).toEqual([]);
  await home.stop();
  await place.remove();
});

it('a webhook is tried sixty times a minute at most, pages included', async () => {
  const [pglite] = storeKinds();
  if (!pglite) throw new Error('PGlite is always there.');
  const place = await pglite.createPlace();
  const home = await startHome(place);
  const phone = await new Phone(home.url).create();
  const tries = await Promise.all(Array.from({ length: 65 }, () => phone.call('POST', '/webhook/tries')));
  expect(tries.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(5);
  const page = { to: [], body: newBody(), ttl: 60, topic: 'a', urgency: 'high', rings: true };
  expect((await phone.call('POST', '/pages', page)).status).toBe(429);
  await home.stop();
  await place.remove();
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHome } from './support/home';
import { onEachStore } from './support/onEachStore';
import { newPage, subscribe } from './support/pages';
import { newBody, newId, newToken, Phone } from './support/phone';
import { PushService, verifyVapid } from './support/pushService';
import { newSubscription, openPush } from './support/subscription';

let service: PushService;
beforeAll(async () => {
  service = await PushService.start();
});
afterAll(() => service.stop());

onEachStore(
  'a page',
  (server) => {
    const create = async () => {
      service.answerWith([]);
      service.take();
      return new Phone(server.home.url).create();
    };
    const send = async (phone: Phone, page: unknown) => {
      const response = await phone.call('POST', '/pages', page);
      return { status: response.status, body: await response.json() };
    };
    const warnings = () =>
      server.home.logged.filter(({ level }) => level === 'warn').map(({ at, level, ...rest }) => rest);

    it('comes to the phone it is for: sealed for its browser, signed by this server', async () => {
      const phone = await create();
      const { id, ...subscription } = await subscribe(phone, service.origin);
      const health = (await (await phone.request('GET', 'health')).json()) as { pushKey: string };

      const page = newPage([id], { ttl: 45, topic: 'night_2-43' });
      expect(await send(phone, page)).toEqual({ status: 200, body: { devices: [{ id, result: 'sent' }] } });

      const [push, ...others] = service.take();
      if (!push) throw new Error('Nothing has come.');
      expect(others).toEqual([]);
      expect(push).toMatchObject({
        method: 'POST',
        path: new URL(subscription.request.endpoint).pathname,
        headers: { ttl: '45', urgency: 'high', topic: 'night_2-43', 'content-encoding': 'aes128gcm' },
      });
      expect(openPush(subscription, push.body).toString()).toBe(page.body);
      expect(() => openPush(newSubscription(service.origin), push.body)).toThrow();

      const { key, claims } = verifyVapid(push);
      expect(key).toBe(health.pushKey);
      const hours = (Number(claims.exp) - Date.now() / 1_000) / 3_600;
      expect(hours).toBeGreaterThan(0);
      expect(hours).toBeLessThan(24);
      expect(claims).toEqual({
        aud: service.origin,
        sub: 'mailto:parents@nights.example.org',
        exp: claims.exp,
      });
    });

    it('may have one byte, or 2,900', async () => {
      const phone = await create();
      const device = await subscribe(phone, service.origin);
      for (const body of [newBody(1), newBody(2_900)]) {
        expect(await send(phone, newPage([device.id], { body }))).toMatchObject({ status: 200 });
        const [push] = service.take();
        expect(openPush(device, push?.body ?? Buffer.alloc(0)).toString()).toBe(body);
        // Push services take 4,096 bytes.
        expect(push?.body.length).toBeLessThanOrEqual(4_096);
      }
    });

    it('is heard by the open apps of the household, whomever it is for, and by no other', async () => {
      const [phone, other] = [await create(), await create()];
      const streams = [await phone.openStream(), await phone.partner().openStream(), await other.openStream()];
      for (const stream of streams) await stream.next();
      const page = newPage([]);
      expect(await send(phone, page)).toEqual({ status: 200, body: { devices: [] } });
      const theirs = newPage([]);
      await send(other, theirs);
      for (const [index, stream] of streams.entries()) {
        const { body } = index < 2 ? page : theirs;
        expect(await stream.next()).toEqual({ event: 'page', data: { body } });
        stream.abort();
      }
      expect(service.take()).toEqual([]);
    });

    it('is heard before the push service has answered', async () => {
      const phone = await create();
      const { id } = await subscribe(phone, service.origin);
      const stream = await phone.openStream();
      await stream.next();
      let answerPush = () => {};
      service.answer = (response) => {
        answerPush = () => response.writeHead(201).end();
      };
      const page = newPage([id]);
      const sent = send(phone, page);
      expect(await stream.next()).toEqual({ event: 'page', data: { body: page.body } });
      await expect.poll(() => service.received.length).toBe(1);
      answerPush();
      expect(await sent).toMatchObject({ body: { devices: [{ result: 'sent' }] } });
      stream.abort();
    });

    it('tells of each device what became of it, in the order asked', async () => {
      const phone = await create();
      const [first, gone, third] = [
        await subscribe(phone, service.origin),
        await subscribe(phone, service.origin),
        await subscribe(phone, service.origin),
      ];
      const stranger = newId();
      const pathOfGone = new URL(gone.request.endpoint).pathname;
      service.answer = (response, { path }) => response.writeHead(path === pathOfGone ? 410 : 201).end();
      expect(await send(phone, newPage([third.id, stranger, gone.id, first.id]))).toEqual({
        status: 200,
        body: {
          devices: [
            { id: third.id, result: 'sent' },
            { id: stranger, result: 'unknown' },
            { id: gone.id, result: 'gone' },
            { id: first.id, result: 'sent' },
          ],
        },
      });
    });

    it('goes to no device of another household', async () => {
      const [phone, other] = [await create(), await create()];
      const { id } = await subscribe(other, service.origin);
      expect(await send(phone, newPage([id]))).toMatchObject({ body: { devices: [{ id, result: 'unknown' }] } });
      expect(service.take()).toEqual([]);
    });

    it.each([404, 410])('to a subscription that has ended (%i) removes it', async (status) => {
      const phone = await create();
      const { id } = await subscribe(phone, service.origin);
      service.answerWith([status]);
      expect(await send(phone, newPage([id]))).toMatchObject({ body: { devices: [{ id, result: 'gone' }] } });
      expect((await phone.call('GET', `/devices/${id}`)).status).toBe(404);
      expect(await send(phone, newPage([id]))).toMatchObject({ body: { devices: [{ id, result: 'unknown' }] } });
    });

    it('to a subscription that was renewed meanwhile leaves the new one', async () => {
      const phone = await create();
      const { id } = await subscribe(phone, service.origin);
      const { request: renewed } = newSubscription(service.origin);
      service.answer = async (response) => {
        await phone.call('PUT', `/devices/${id}`, renewed);
        response.writeHead(410).end();
      };
      expect(await send(phone, newPage([id]))).toMatchObject({ body: { devices: [{ id, result: 'gone' }] } });
      expect(await (await phone.call('GET', `/devices/${id}`)).json()).toEqual({ endpoint: renewed.endpoint });
    });

    it.each([
      ['429', [429], 'sent', 2],
      ['503', [503], 'sent', 2],
      ['503 twice', [503, 503], 'failed', 2],
      ['410 after 500', [500, 410], 'gone', 2],
      ['403', [403], 'failed', 1],
      ['a redirect', [307], 'failed', 1],
    ])('that a push service answers with %s', async (_, statuses, result, requests) => {
      const phone = await create();
      const { id } = await subscribe(phone, service.origin);
      service.answerWith(statuses, { 'Retry-After': '0', Location: `${service.origin}/elsewhere` });
      const before = warnings().length;
      expect(await send(phone, newPage([id]))).toMatchObject({ body: { devices: [{ id, result }] } });
      const pushes = service.take();
      expect(pushes).toHaveLength(requests);
      expect(new Set(pushes.map(({ path, headers: { topic } }) => `${path} ${topic}`)).size).toBe(1);
      const logged = warnings().slice(before);
      expect(logged).toEqual(
        result === 'failed'
          ? [
              {
                event: 'pushFailed',
                household: phone.household.slice(0, 4),
                service: new URL(service.origin).host,
                reason: String(statuses.at(-1)),
              },
            ]
          : [],
      );
    });

    it.each([
      ['longer than it lasts', { ttl: 3 }, '4'],
      ['longer than a phone waits for the answer', { ttl: 3_600 }, '11'],
      ['until a date that is too late', { ttl: 3_600 }, 'Fri, 31 Dec 2100 00:00:00 GMT'],
    ])('is not tried again if the service asks for a pause %s', async (_, page, retryAfter) => {
      const phone = await create();
      const { id } = await subscribe(phone, service.origin);
      service.answerWith([429], { 'Retry-After': retryAfter });
      expect(await send(phone, newPage([id], page))).toMatchObject({ body: { devices: [{ id, result: 'failed' }] } });
      expect(service.take()).toHaveLength(1);
    });

    it('is tried again after a second if the connection breaks', async () => {
      const phone = await create();
      const { id } = await subscribe(phone, service.origin);
      service.answer = (response) => {
        service.answerWith([]);
        response.destroy();
      };
      expect(await send(phone, newPage([id]))).toMatchObject({ body: { devices: [{ id, result: 'sent' }] } });
      expect(service.take()).toHaveLength(2);
    });

    const valid = newPage([newId()]);
    it.each([
      ['21 devices', { ...valid, to: Array.from({ length: 21 }, newId) }],
      ['a device twice', { ...valid, to: [...valid.to, ...valid.to] }],
      ['a device of another form', { ...valid, to: ['short'] }],
      ['no body', { ...valid, body: '' }],
      ['a body that is no base64url', { ...valid, body: 'Léo woke' }],
      ['a body that ends in the midst of a byte', { ...valid, body: 'AAAAA' }],
      ['a body of 3,001 bytes', { ...valid, body: newBody(3_001) }],
      ['a TTL of 0', { ...valid, ttl: 0 }],
      ['a TTL of more than an hour', { ...valid, ttl: 3_601 }],
      ['a TTL of half a second', { ...valid, ttl: 1.5 }],
      ['no topic', { ...valid, topic: '' }],
      ['a topic of 33 characters', { ...valid, topic: 'a'.repeat(33) }],
      ['a topic with a line end', { ...valid, topic: 'a\r\nUrgency: low' }],
      ['another urgency', { ...valid, urgency: 'low' }],
      ['no word on whether it rings', { ...valid, rings: undefined }],
      ['another field', { ...valid, from: newId() }],
      ['no JSON', '{'],
    ])('with %s is refused with 400, and nobody hears it', async (_, page) => {
      const phone = await create();
      const stream = await phone.openStream();
      await stream.next();
      expect(await send(phone, page)).toEqual({ status: 400, body: { error: 'badRequest' } });
      const next = newPage([]);
      await send(phone, next);
      expect(await stream.next()).toEqual({ event: 'page', data: { body: next.body } });
      stream.abort();
    });

    it('needs the token of the household, and at most 1 MiB', async () => {
      const [phone, other] = [await create(), await create()];
      const stranger = new Phone(phone.url, phone.household, newToken());
      expect(await send(stranger, newPage([]))).toEqual({ status: 401, body: { error: 'unauthorized' } });
      await phone.call('DELETE', '');
      expect(await send(phone, newPage([]))).toEqual({ status: 410, body: { error: 'gone' } });
      expect(await send(other, 'A'.repeat(2_000_000))).toEqual({ status: 413, body: { error: 'tooLarge' } });
    });

    it('is one of sixty a minute, counted by household', async () => {
      await server.home.stop();
      server.home = await startHome(server.place, service.env);
      const [phone, other] = [await create(), await create()];
      const answers = await Promise.all(Array.from({ length: 65 }, () => phone.call('POST', '/pages', newPage([]))));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(60);
      const refused = answers.find(({ status }) => status === 429);
      expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(await send(other, newPage([]))).toMatchObject({ status: 200 });
      expect((await phone.pull()).head).toBe(0);
    });
  },
  () => ({
    ...service.env,
    INFERNALOPS_CONTACT: 'mailto:parents@nights.example.org',
    INFERNALOPS_PAGES_PER_MINUTE: '0',
  }),
);

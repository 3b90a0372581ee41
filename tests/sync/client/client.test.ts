import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceRequest, PageRequest, SentDoc } from '@/protocol/api';
import { createAnonymousClient, createCalls, createClient } from '@/sync/client/client';
import { type Handler, html, json, type LoopbackServer, startLoopbackServer } from '../../support/sync/loopbackServer';
import { type ManualTimers, manualTimers } from '../../support/sync/manualTimers';

const HOUSEHOLD = 'HHHHHHHHHHHHHHHHHHHHHA';
const INVITATION = 'IIIIIIIIIIIIIIIIIIIIIA';
const TOKEN = `${'T'.repeat(42)}A`;
const SUM = 'SSSSSSSSSSSSSSSSSSSSSA';
const BODY = 'B'.repeat(40);
const DOC = { id: 'DDDDDDDDDDDDDDDDDDDDDA', n: 1, seq: 3, body: BODY };
const SENT: SentDoc[] = [{ id: DOC.id, n: 0, body: BODY }];
const DEVICE = 'VVVVVVVVVVVVVVVVVVVVVA';
const SUBSCRIPTION: DeviceRequest = {
  endpoint: 'https://push.example/1',
  p256dh: `B${'P'.repeat(86)}`,
  auth: 'SSSSSSSSSSSSSSSSSSSSSA',
};
const PAGE: PageRequest = { to: [DEVICE], body: BODY, ttl: 60, topic: 'page', urgency: 'high', rings: true };
const WEBHOOK = 'https://hook.example/secret';
const HEALTH = { version: 1, pushKey: null };
const PULLED = { docs: [DOC], head: 3, sum: SUM, more: false };

let server: LoopbackServer;
let timers: ManualTimers;
beforeEach(async () => {
  server = await startLoopbackServer();
  timers = manualTimers();
});
afterEach(() => server.close());

const clientAt = (origin: string) =>
  createClient({ origin, householdId: HOUSEHOLD, token: TOKEN, schedule: timers.schedule });
const client = () => clientAt(server.origin);
const anonymous = () => createAnonymousClient({ origin: server.origin, schedule: timers.schedule });

/** Every call, so that what holds for all of them is tested for all of them. */
const CALLS = [
  ['push', () => client().push(SENT)],
  ['pull', () => client().pull(0, 200)],
  ['versions', () => client().versions()],
  ['createHousehold', () => client().createHousehold()],
  ['deleteHousehold', () => client().deleteHousehold()],
  ['putInvitation', () => client().putInvitation(INVITATION, BODY)],
  ['getInvitation', () => anonymous().getInvitation(INVITATION)],
  ['health', () => anonymous().health()],
  ['page', () => client().page(PAGE)],
  ['putDevice', () => client().putDevice(DEVICE, SUBSCRIPTION)],
  ['getDevice', () => client().getDevice(DEVICE)],
  ['deleteDevice', () => client().deleteDevice(DEVICE)],
  ['putWebhook', () => client().putWebhook(WEBHOOK)],
  ['getWebhook', () => client().getWebhook()],
  ['deleteWebhook', () => client().deleteWebhook()],
  ['tryWebhook', () => client().tryWebhook()],
] as const;

const failed = (kind: string, more: object = {}) => ({ ok: false, failure: { kind, ...more } });

/** Returns what the client makes of an answer to a pull. */
async function pullAnswered(handler: Handler) {
  server.answer(handler);
  return client().pull(0, 200);
}

describe('a call', () => {
  it('push sends the documents and tells what conflicts', async () => {
    const conflicts = [DOC, { id: DOC.id, n: 0, seq: 0, body: '' }];
    server.answer(json(200, { head: 4, sum: SUM, conflicts }));
    expect(await client().push(SENT)).toMatchObject({ ok: true, value: { head: 4, sum: SUM, conflicts } });
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        url: `/api/v1/households/${HOUSEHOLD}/docs`,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ docs: SENT }),
      },
    ]);
  });

  it('pull asks for what came after a number', async () => {
    server.answer(json(200, PULLED));
    expect(await client().pull(2, 50)).toMatchObject({ ok: true, value: PULLED });
    expect(server.received).toMatchObject([
      { method: 'GET', url: `/api/v1/households/${HOUSEHOLD}/docs?since=2&limit=50`, body: '' },
    ]);
  });

  it('versions brings the id, count and tag of all documents', async () => {
    const value = { versions: [[DOC.id, 1, SUM]], head: 3, sum: SUM };
    server.answer(json(200, value));
    expect(await client().versions()).toMatchObject({ ok: true, value });
    expect(server.received[0]?.url).toBe(`/api/v1/households/${HOUSEHOLD}/versions`);
  });

  it('createHousehold sends the word of the operator, if there is one', async () => {
    server.answer((response) => response.writeHead(201).end());
    expect(await client().createHousehold()).toMatchObject({ ok: true, value: null });
    expect(await client().createHousehold({ invite: 'hibou' })).toMatchObject({ ok: true, value: null });
    expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['PUT', `/api/v1/households/${HOUSEHOLD}`, '{}'],
      ['PUT', `/api/v1/households/${HOUSEHOLD}`, '{"invite":"hibou"}'],
    ]);
  });

  it('deleteHousehold is done with 204', async () => {
    server.answer((response) => response.writeHead(204).end());
    expect(await client().deleteHousehold()).toMatchObject({ ok: true, value: null });
    expect(server.received).toMatchObject([{ method: 'DELETE', url: `/api/v1/households/${HOUSEHOLD}` }]);
  });

  it('putInvitation names its household, getInvitation needs none', async () => {
    server.answer(json(201, {}));
    expect(await client().putInvitation(INVITATION, BODY)).toMatchObject({ ok: true });
    server.answer(json(200, { body: BODY }));
    expect(await anonymous().getInvitation(INVITATION)).toMatchObject({ ok: true, value: BODY });
    const [put, get] = server.received;
    expect(put).toMatchObject({ method: 'PUT', url: `/api/v1/invitations/${INVITATION}` });
    expect(JSON.parse(put?.body ?? '')).toEqual({ household: HOUSEHOLD, body: BODY });
    expect(get).toMatchObject({ method: 'GET', url: `/api/v1/invitations/${INVITATION}` });
    expect(get?.headers.authorization).toBeUndefined();
  });

  it('page tells of each device what became of it', async () => {
    const devices = (['sent', 'unknown', 'gone', 'failed'] as const).map((result) => ({ id: DEVICE, result }));
    server.answer(json(200, { devices }));
    expect(await client().page(PAGE)).toMatchObject({ ok: true, value: { devices } });
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        url: `/api/v1/households/${HOUSEHOLD}/pages`,
        headers: { authorization: `Bearer ${TOKEN}` },
        body: JSON.stringify(PAGE),
      },
    ]);
  });

  it('page is one of the service worker, too', async () => {
    server.answer(json(200, { devices: [] }));
    const calls = createCalls({ origin: server.origin, householdId: HOUSEHOLD, token: TOKEN });
    expect(await calls.page({ ...PAGE, to: [] })).toMatchObject({ ok: true, value: { devices: [] } });
  });

  it('of a device stores, finds and removes its subscription', async () => {
    const path = `/api/v1/households/${HOUSEHOLD}/devices/${DEVICE}`;
    server.answer((response) => response.writeHead(204).end());
    expect(await client().putDevice(DEVICE, SUBSCRIPTION)).toMatchObject({ ok: true, value: null });
    expect(await client().deleteDevice(DEVICE)).toMatchObject({ ok: true, value: null });
    server.answer(json(200, { endpoint: SUBSCRIPTION.endpoint }));
    expect(await client().getDevice(DEVICE)).toMatchObject({ ok: true, value: { endpoint: SUBSCRIPTION.endpoint } });
    server.answer(json(404, { error: 'notFound' }));
    expect(await client().getDevice(DEVICE)).toEqual(failed('notFound'));
    expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['PUT', path, JSON.stringify(SUBSCRIPTION)],
      ['DELETE', path, ''],
      ['GET', path, ''],
      ['GET', path, ''],
    ]);
  });

  it('of the webhook stores, finds, removes and tries it', async () => {
    const path = `/api/v1/households/${HOUSEHOLD}/webhook`;
    server.answer((response) => response.writeHead(204).end());
    expect(await client().putWebhook(WEBHOOK)).toMatchObject({ ok: true, value: null });
    expect(await client().deleteWebhook()).toMatchObject({ ok: true, value: null });
    for (const url of [WEBHOOK, null]) {
      server.answer(json(200, { url }));
      expect(await client().getWebhook()).toMatchObject({ ok: true, value: { url } });
    }
    for (const value of [
      { result: 'sent', status: 200 },
      { result: 'refused', status: null },
    ]) {
      server.answer(json(200, value));
      expect(await client().tryWebhook()).toMatchObject({ ok: true, value });
    }
    expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['PUT', path, JSON.stringify({ url: WEBHOOK })],
      ['DELETE', path, ''],
      ['GET', path, ''],
      ['GET', path, ''],
      ['POST', `${path}/tries`, ''],
      ['POST', `${path}/tries`, ''],
    ]);
  });

  it('health needs no token', async () => {
    server.answer(json(200, HEALTH));
    expect(await anonymous().health()).toMatchObject({ ok: true, value: HEALTH });
    expect(server.received[0]?.headers.authorization).toBeUndefined();
  });

  it('tells the clock of the server, and takes an answer without one', async () => {
    const at = (date: string) => json(200, HEALTH, { Date: date });
    server.answer(at('Sun, 29 Nov 2026 02:43:00 GMT'));
    expect(await anonymous().health()).toMatchObject({ serverTime: Date.UTC(2026, 10, 29, 2, 43) });
    server.answer(at('soon'));
    expect(await anonymous().health()).toMatchObject({ ok: true, serverTime: null });
  });

  it('leaves no timer behind', async () => {
    server.answer(json(200, HEALTH));
    await anonymous().health();
    expect(timers.runningMs()).toEqual([]);
  });
});

describe('any call', () => {
  it.each(CALLS)('%s tells "offline" if nobody answers', async (_name, call) => {
    await server.close();
    expect(await call()).toEqual(failed('offline'));
  });

  it.each(CALLS)('%s tells "timeout" if the answer never comes', async (_name, call) => {
    server.answer(() => timers.runOut());
    expect(await call()).toEqual(failed('timeout'));
  });

  it.each(CALLS)('%s tells "notHomeServer" if a page comes instead', async (_name, call) => {
    for (const handler of [html(200), html(404), html(405), html(401), html(302, { Location: '/login' })]) {
      server.answer(handler);
      expect(await call()).toEqual(failed('notHomeServer'));
    }
    // The redirects were not followed.
    expect(server.received).toHaveLength(5);
  });

  it.each(CALLS)('%s hears what the home server says', async (_name, call) => {
    server.answer(json(401, { error: 'unauthorized' }));
    expect(await call()).toEqual(failed('unauthorized'));
    server.answer(json(503, { error: 'failed' }));
    expect(await call()).toEqual(failed('serverFailed', { status: 503, retryAfterMs: 0 }));
  });
});

describe('a refusal', () => {
  it.each([
    [400, 'badRequest', failed('serverFailed', { status: 400, retryAfterMs: 0 })],
    [401, 'unauthorized', failed('unauthorized')],
    [403, 'inviteNeeded', failed('inviteNeeded')],
    [404, 'notFound', failed('notFound')],
    [413, 'tooLarge', failed('tooLarge')],
    [429, 'tooMany', failed('tooMany', { retryAfterMs: 0 })],
    [500, 'failed', failed('serverFailed', { status: 500, retryAfterMs: 0 })],
    [507, 'full', failed('full')],
  ])('%s %s has its name', async (status, error, expected) => {
    expect(await pullAnswered(json(status, { error }))).toEqual(expected);
  });

  it.each([
    [413, failed('tooLarge')],
    [429, failed('tooMany', { retryAfterMs: 0 })],
    [502, failed('serverFailed', { status: 502, retryAfterMs: 0 })],
    [504, failed('serverFailed', { status: 504, retryAfterMs: 0 })],
  ])('%s of a proxy before the home server has it, too', async (status, expected) => {
    expect(await pullAnswered(html(status))).toEqual(expected);
  });

  it.each([
    ['no error', {}],
    ['an error that nobody knows', { error: 'teapot' }],
    ['no object', null],
  ])('whose JSON has %s is somebody else’s', async (_name, value) => {
    expect(await pullAnswered(json(404, value))).toEqual(failed('notHomeServer'));
  });

  it('with "notFound" that is no JSON by its type is somebody else’s', async () => {
    const handler: Handler = (response) =>
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('{"error":"notFound"}');
    expect(await pullAnswered(handler)).toEqual(failed('notHomeServer'));
  });

  it.each([
    ['in seconds', '120', 120_000],
    ['as a date, counted from the answer’s own', 'Sun, 29 Nov 2026 02:45:00 GMT', 120_000],
    ['as a date that is over', 'Sun, 29 Nov 2026 02:00:00 GMT', 0],
    ['of a year, which is taken as an hour', '31536000', 3_600_000],
    ['that makes no sense', '-5', 0],
  ])('429 tells when to ask again: %s', async (_how, value, retryAfterMs) => {
    const headers = { 'Retry-After': value, Date: 'Sun, 29 Nov 2026 02:43:00 GMT' };
    expect(await pullAnswered(json(429, { error: 'tooMany' }, headers))).toEqual(failed('tooMany', { retryAfterMs }));
  });
});

it('503 tells when to ask again, too', async () => {
  const answer = await pullAnswered(json(503, { error: 'failed' }, { 'Retry-After': '5' }));
  expect(answer).toEqual(failed('serverFailed', { status: 503, retryAfterMs: 5000 }));
});

describe('an answer that is not of the protocol', () => {
  it.each([
    ['another shape', { docs: 'none' }],
    ['a negative number', { ...PULLED, head: -1 }],
    ['a body that is no base64url', { ...PULLED, docs: [{ ...DOC, body: '<'.repeat(40) }] }],
    ['an id of another length', { ...PULLED, docs: [{ ...DOC, id: 'short' }] }],
    ['a body of 5 MB', { ...PULLED, docs: [{ ...DOC, body: 'B'.repeat(5 * 1024 * 1024) }] }],
    ['more documents than a page has', { ...PULLED, docs: Array(100_000).fill(DOC) }],
    ['null', null],
  ])('has %s: notHomeServer', async (_name, value) => {
    expect(await pullAnswered(json(200, value))).toEqual(failed('notHomeServer'));
  });

  it('is a health of another version', async () => {
    server.answer(json(200, { version: 9, pushKey: null }));
    expect(await anonymous().health()).toEqual(failed('notHomeServer'));
  });

  it('is JSON that a page calls text/html, or that ends too early', async () => {
    const sent =
      (type: string, text: string): Handler =>
      (response) =>
        response.writeHead(200, { 'Content-Type': type }).end(text);
    expect(await pullAnswered(sent('text/html', JSON.stringify(PULLED)))).toEqual(failed('notHomeServer'));
    expect(await pullAnswered(sent('application/json', '{"docs":['))).toEqual(failed('notHomeServer'));
    expect(await pullAnswered(sent('application/json', ''))).toEqual(failed('notHomeServer'));
  });

  it('may have a type with a charset, in capitals', async () => {
    expect(await pullAnswered(json(200, PULLED, { 'Content-Type': 'Application/JSON ; charset=utf-8' }))).toMatchObject(
      { ok: true },
    );
  });
});

describe('a connection', () => {
  it('that breaks in the body is "offline", never half an answer', async () => {
    const handler: Handler = (response) => {
      const text = JSON.stringify(PULLED);
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length });
      response.write(text.slice(0, 30), () => response.destroy());
    };
    expect(await pullAnswered(handler)).toEqual(failed('offline'));
  });

  it('that breaks before the answer is "offline"', async () => {
    expect(await pullAnswered((response) => response.destroy())).toEqual(failed('offline'));
  });

  it('whose body is slow runs into the time-out', async () => {
    server.answer((response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"docs":[', () => timers.runOut());
    });
    expect(await client().pull(0, 200)).toEqual(failed('timeout'));
  });

  it('whose body comes in pieces, in the midst of a character, is read whole', async () => {
    const text = Buffer.from(JSON.stringify({ version: 1, pushKey: 'clé' }));
    const middle = text.indexOf('é') + 1;
    server.answer((response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write(text.subarray(0, middle), () => response.end(text.subarray(middle)));
    });
    expect(await anonymous().health()).toMatchObject({ ok: true, value: { pushKey: 'clé' } });
  });

  it('to somebody who does not speak HTTP is "offline"', async () => {
    const other = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    expect(await clientAt(`http://127.0.0.1:${port}`).pull(0, 200)).toEqual(failed('offline'));
    other.close();
  });

  it('to an address that is none is "offline"', async () => {
    expect(await clientAt('nowhere').pull(0, 200)).toEqual(failed('offline'));
  });

  it('may use another fetch', async () => {
    const urls: unknown[] = [];
    const own: typeof fetch = (input, init) => {
      urls.push(input);
      return fetch(input, init);
    };
    server.answer(json(200, HEALTH));
    await createAnonymousClient({ origin: server.origin, fetch: own }).health();
    expect(urls).toEqual([`${server.origin}/api/v1/health`]);
  });
});

it('gives documents a minute, a page 35 seconds, and everything else 15', async () => {
  const delaysMs: number[][] = [];
  server.answer((response) => {
    delaysMs.push(timers.runningMs());
    response.writeHead(500).end();
  });
  for (const [, call] of CALLS) await call();
  expect(delaysMs.flat()).toEqual([
    ...Array(3).fill(60_000),
    ...Array(5).fill(15_000),
    35_000,
    ...Array(7).fill(15_000),
  ]);
});

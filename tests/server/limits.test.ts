import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressOf } from '@/server/limits';
import { kindOfFailure } from '@/server/store/kindOfFailure';
import { startHome, storeKinds } from './support/home';
import { onEachStore } from './support/onEachStore';
import { newBody, newDoc, newId, Phone } from './support/phone';

/** How many of so many requests were answered with this status. */
async function countOf(status: number, times: number, send: () => Promise<Response>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: times }, send));
  for (const answer of answers) {
    if (answer.status !== 429) continue;
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await answer.json()).toEqual({ error: 'tooMany' });
  }
  return answers.filter((answer) => answer.status === status).length;
}

onEachStore(
  'quotas',
  (server) => {
    it('of documents: 507, nothing of the push is written, and edits go on', async () => {
      const phone = await new Phone(server.home.url).create();
      const docs = [newDoc(), newDoc(), newDoc()];
      await phone.push(docs);

      const refused = await phone.call('POST', '/docs', { docs: [{ ...newDoc(docs[0]), n: 1 }, newDoc()] });

      expect({ status: refused.status, body: await refused.json() }).toEqual({ status: 507, body: { error: 'full' } });
      expect((await phone.pull()).head).toBe(3);
      expect((await phone.push([{ ...newDoc(docs[0]), n: 1 }])).head).toBe(4);
    });

    it('of bytes: 507 until a document becomes smaller', async () => {
      const phone = await new Phone(server.home.url).create();
      // One mebibyte is the quota; 524,000 bytes are 698,667 characters.
      const large = newDoc({ body: newBody(524_000) });
      await phone.push([large]);
      expect((await phone.call('POST', '/docs', { docs: [newDoc({ body: newBody(300_000) })] })).status).toBe(507);
      await phone.push([{ ...large, n: 1, body: newBody() }]);
      expect((await phone.push([newDoc({ body: newBody(300_000) })])).head).toBe(3);
    });
  },
  () => ({ INFERNALOPS_MAX_DOCS: '3', INFERNALOPS_MAX_MEGABYTES: '1' }),
);

it('a disk with little room takes nothing more, and goes on giving what it has', async () => {
  const [pglite] = storeKinds();
  if (!pglite) throw new Error('PGlite is always there.');
  const place = await pglite.createPlace();
  const before = await startHome(place);
  const phone = await new Phone(before.url).create();
  await phone.push([newDoc()]);
  await before.stop();

  const home = await startHome(place, { INFERNALOPS_MIN_FREE_MEGABYTES: '999999999' });
  const full = phone.partner(home.url);
  const invitation = { household: phone.household, body: newBody() };
  expect((await full.call('POST', '/docs', { docs: [newDoc()] })).status).toBe(507);
  expect((await full.request('PUT', `invitations/${newId()}`, invitation)).status).toBe(507);
  expect((await new Phone(home.url).call('PUT', '', {})).status).toBe(507);
  expect((await full.pull()).head).toBe(1);
  // Room can be made.
  expect((await full.call('DELETE', '')).status).toBe(204);
  await home.stop();
  await place.remove();
});

onEachStore('rates', (server) => {
  it('of requests count by household, so that none disturbs another', async () => {
    const home = await restart(server, { INFERNALOPS_HOUSEHOLD_REQUESTS_PER_MINUTE: '5' });
    const [busy, calm] = [await new Phone(home.url).create(), await new Phone(home.url).create()];
    expect(await countOf(200, 8, () => busy.call('GET', '/docs'))).toBe(5);
    expect((await calm.pull()).head).toBe(0);
    // A stranger cannot use up what belongs to a household.
    const stranger = new Phone(home.url, calm.household);
    expect(await countOf(401, 8, () => stranger.call('GET', '/docs'))).toBe(8);
    expect((await calm.pull()).head).toBe(0);
  });

  it('of requests count by the address that the trusted proxy names', async () => {
    const home = await restart(server, { INFERNALOPS_REQUESTS_PER_MINUTE: '5', INFERNALOPS_TRUST_PROXY: '1' });
    const from = (forwarded: string) => () =>
      fetch(`${home.url}/api/v1/health`, { headers: { 'X-Forwarded-For': forwarded } });
    // What a client adds itself stands before the proxy's entry, and changes nothing.
    let invented = 0;
    expect(await countOf(200, 8, () => from(`10.0.0.${invented++}, 192.0.2.1`)())).toBe(5);
    expect(await countOf(200, 3, from('192.0.2.2'))).toBe(3);
  });

  it('of requests do not trust X-Forwarded-For without a proxy', async () => {
    const home = await restart(server, { INFERNALOPS_REQUESTS_PER_MINUTE: '5' });
    let invented = 0;
    const send = () => fetch(`${home.url}/api/v1/health`, { headers: { 'X-Forwarded-For': `192.0.2.${invented++}` } });
    expect(await countOf(200, 8, send)).toBe(5);
  });

  it('of new households count by address', async () => {
    const home = await restart(server, { INFERNALOPS_NEW_HOUSEHOLDS_PER_HOUR: '3' });
    expect(await countOf(201, 5, () => new Phone(home.url).call('PUT', '', {}))).toBe(3);
  });

  it('of guessed invitations: 20 misses close the door, to a right code as well', async () => {
    const home = await restart(server, {});
    const phone = await new Phone(home.url).create();
    const id = newId();
    await phone.request('PUT', `invitations/${id}`, { household: phone.household, body: newBody() });
    const read = (code: string) => fetch(`${home.url}/api/v1/invitations/${code}`);
    // All at the same time: each counts before the answer to another one is known.
    expect(await countOf(404, 30, () => read(newId()))).toBe(20);
    expect((await read(id)).status).toBe(429);
  });

  it('of invitations do not count those that were read', async () => {
    const home = await restart(server, {});
    const phone = await new Phone(home.url).create();
    for (let index = 0; index < 25; index += 1) {
      const id = newId();
      await phone.request('PUT', `invitations/${id}`, { household: phone.household, body: newBody() });
      expect((await fetch(`${home.url}/api/v1/invitations/${id}`)).status).toBe(200);
    }
  });

  async function restart(current: typeof server, env: Record<string, string>) {
    await current.home.stop();
    current.home = await startHome(current.place, env);
    return current.home;
  }
});

onEachStore('large requests', (server) => {
  it('of 5 MB are refused with 413', async () => {
    const phone = await new Phone(server.home.url).create();
    const response = await phone.call('POST', '/docs', 'A'.repeat(5_000_000));
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 413,
      body: { error: 'tooLarge' },
    });
  });

  it('of a million tiny documents are refused with 413', async () => {
    const phone = await new Phone(server.home.url).create();
    const docs = Array.from({ length: 1_000_000 }, () => ({ id: 'A', n: 0, body: 'A' }));
    expect((await phone.call('POST', '/docs', { docs })).status).toBe(413);
  });

  it('without a length are refused while they still come', async () => {
    const phone = await new Phone(server.home.url).create();
    const socket = connect(Number(new URL(phone.url).port), 'localhost');
    socket.on('error', () => {});
    const chunk = `10000\r\n${'A'.repeat(0x10000)}\r\n`;
    socket.write(
      `POST /api/v1/households/${phone.household}/docs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${phone.token}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    // 17 chunks of 64 KiB are more than 1 MiB; the last chunk never comes.
    for (let index = 0; index < 17; index += 1) socket.write(chunk);
    let answer = '';
    for await (const bytes of socket) {
      answer += bytes;
      if (answer.includes('tooLarge')) break;
    }
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect((await phone.pull()).head).toBe(0);
  });

  it('are read as they come, and never unpacked', async () => {
    const phone = await new Phone(server.home.url).create();
    const { gzipSync } = await import('node:zlib');
    const body = gzipSync(JSON.stringify({ docs: [newDoc()] }));
    const response = await fetch(`${phone.url}/api/v1/households/${phone.household}/docs`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${phone.token}`, 'Content-Encoding': 'gzip' },
      body: new Uint8Array(body),
    });
    expect(response.status).toBe(400);
  });

  it('are refused before they are read if the token is wrong', async () => {
    const phone = new Phone(server.home.url);
    expect((await phone.call('POST', '/docs', 'A'.repeat(5_000_000))).status).toBe(401);
  });

  it('ask for too much back: a push that conflicts with 9 MB is refused, a part of it is not', async () => {
    const phone = await new Phone(server.home.url).create();
    const docs = Array.from({ length: 13 }, () => newDoc({ body: newBody(524_000) }));
    for (const doc of docs) await phone.push([doc]);
    const again = docs.map((doc) => ({ ...doc, body: newBody() }));
    expect((await phone.call('POST', '/docs', { docs: again })).status).toBe(413);
    expect((await phone.push(again.slice(0, 3))).conflicts).toHaveLength(3);
  });
});

describe('addressOf', () => {
  it.each([
    ['192.0.2.1', undefined, 0, '192.0.2.1'],
    ['::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['192.0.2.1', '10.0.0.1', 0, '192.0.2.1'],
    ['127.0.0.1', '10.0.0.1, 192.0.2.7', 1, '192.0.2.7'],
    ['127.0.0.1', '10.0.0.1, 192.0.2.7, 172.16.0.1', 2, '192.0.2.7'],
    // Fewer entries than proxies: somebody has come past them.
    ['192.0.2.1', '10.0.0.1', 2, '192.0.2.1'],
    ['127.0.0.1', undefined, 1, '127.0.0.1'],
    ['2001:db8:0:1:aaaa::5', undefined, 0, '2001:db8:0:1'],
    ['2001:db8::5', undefined, 0, '2001:db8:0:0'],
    ['2001:0db8:0000:0001:1:2:3:4', undefined, 0, '2001:db8:0:1'],
    ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0'],
    ['::1', undefined, 0, '0:0:0:0'],
    [undefined, undefined, 0, ''],
  ])('of %s, forwarded for %s through %i proxies, is %s', (remote, forwarded, proxies, address) => {
    expect(addressOf(remote, forwarded, proxies)).toBe(address);
  });
});

describe('kindOfFailure', () => {
  const error = (code: string) => Object.assign(new Error('x'), { code });

  it.each([
    ['a full disk of PostgreSQL', error('53100'), 'full'],
    ['a full disk', error('ENOSPC'), 'full'],
    ['a PostgreSQL that shuts down', error('57P01'), 'unavailable'],
    ['a PostgreSQL that is gone', error('ECONNREFUSED'), 'unavailable'],
    ['a lost connection', new Error('Connection terminated unexpectedly'), 'unavailable'],
    ['a fault of ours', error('42601'), 'failed'],
    ['something else', 'x', 'failed'],
  ])('%s', (_, failure, kind) => {
    expect(kindOfFailure(failure)).toBe(kind);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Place, storeKinds } from './support/home';
import { newPage, subscribe } from './support/pages';
import { newDoc, Phone } from './support/phone';
import { PushService } from './support/pushService';
import { type ServerProcess, startProcess } from './support/serverProcess';
import { openPush } from './support/subscription';

/*
 * Pages through the built server, as processes of their own, to a push service on loopback.
 */

const PAGES = 1_000;

const print = (line: string) => process.stderr.write(`${line}\n`);

let service: PushService;
let place: Place;
const started: ServerProcess[] = [];

beforeAll(async () => {
  service = await PushService.start();
});
afterAll(() => service.stop());
beforeEach(() => {
  service.answerWith([]);
  service.take();
});
afterEach(async () => {
  for (const { process, exited } of started.splice(0)) {
    process.kill('SIGKILL');
    await exited;
  }
  await place.remove();
});

async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startProcess(place, { ...service.env, INFERNALOPS_PAGES_PER_MINUTE: '0', ...env });
  started.push(server);
  return server;
}

describe.each(storeKinds())('a page through the built server ($name)', (kind) => {
  beforeEach(async () => {
    place = await kind.createPlace();
  });

  it('that is killed before it answers is sent again, and takes the place of the first', async () => {
    const first = await start();
    const phone = await new Phone(first.url).create();
    const device = await subscribe(phone, service.origin);
    const stream = await phone.openStream();
    await stream.next();
    // The push service has the page, but does not say so.
    service.answer = () => {};
    const page = newPage([device.id], { topic: 'night-1' });
    const unanswered = phone.call('POST', '/pages', page);
    unanswered.catch(() => {});
    expect(await stream.next()).toEqual({ event: 'page', data: { body: page.body } });
    await expect.poll(() => service.received, { timeout: 10_000 }).toHaveLength(1);

    first.process.kill('SIGKILL');
    await expect(unanswered).rejects.toThrow('fetch failed');
    await first.exited;
    service.answerWith([]);
    const later = phone.partner((await start()).url);
    const answer = await later.call('POST', '/pages', page);

    expect(await answer.json()).toEqual({ devices: [{ id: device.id, result: 'sent' }] });
    const pushes = service.take();
    expect(pushes).toHaveLength(2);
    for (const { path, headers, body } of pushes) {
      // The same topic at the same subscription: a phone that had neither gets only the second.
      expect({ path, topic: headers.topic }).toEqual({
        path: new URL(device.request.endpoint).pathname,
        topic: 'night-1',
      });
      expect(openPush(device, body).toString()).toBe(page.body);
    }
  });

  it('that is told to stop is finished first', async () => {
    const server = await start();
    const phone = await new Phone(server.url).create();
    const { id } = await subscribe(phone, service.origin);
    service.answer = async (response) => {
      server.process.kill('SIGTERM');
      await expect.poll(() => server.lines.at(-1)?.event).toBe('stopping');
      response.writeHead(201).end();
    };
    const answer = await phone.call('POST', '/pages', newPage([id]));
    expect(await answer.json()).toEqual({ devices: [{ id, result: 'sent' }] });
    expect(await server.exited).toBe(0);
  });

  it('calls a webhook over https, whose certificate counts', async () => {
    const { host } = new URL(service.origin);
    const { NODE_EXTRA_CA_CERTS: _, ...withoutCertificate } = service.env;
    const tryAt = async (server: ServerProcess, phone: Phone) => {
      const answer = await phone.partner(server.url).call('POST', '/webhook/tries');
      server.process.kill('SIGKILL');
      await server.exited;
      return answer.json();
    };
    const server = await start({ INFERNALOPS_WEBHOOK_HOSTS: host });
    const phone = await new Phone(server.url).create();
    await phone.call('PUT', '/webhook', { url: `${service.origin}/hook` });
    expect(await tryAt(server, phone)).toEqual({ result: 'sent', status: 201 });
    expect(service.take().map(({ path, body }) => [path, String(body)])).toEqual([['/hook', 'page']]);

    const distrustful = await startProcess(place, { ...withoutCertificate, INFERNALOPS_WEBHOOK_HOSTS: host });
    started.push(distrustful);
    expect(await tryAt(distrustful, phone)).toEqual({ result: 'failed', status: null });
    expect(service.take()).toEqual([]);
  });

  it(`is one of ${PAGES}: none is lost, on the stream or at the push service, and their order is kept`, {
    timeout: 240_000,
  }, async () => {
    const phone = await new Phone((await start()).url).create();
    const device = await subscribe(phone, service.origin);
    const stream = await phone.partner().openStream();
    const heard: string[] = [];
    /** When each was sent, heard, delivered and answered, by its body. */
    const times = new Map<string, { sent: number; heard?: number; delivered?: number; answered?: number }>();
    const note = (body: string, what: 'heard' | 'delivered' | 'answered') => {
      const entry = times.get(body);
      if (entry) entry[what] = performance.now();
    };
    service.answer = (response, { body }) => {
      note(openPush(device, body).toString(), 'delivered');
      response.writeHead(201).end();
    };
    const listening = (async () => {
      while (heard.length < PAGES) {
        const event = await stream.next();
        if (event?.event !== 'page') continue;
        const { body } = event.data as { body: string };
        heard.push(body);
        note(body, 'heard');
      }
    })();

    // The log changes all the time: of changes only the latest counts, of pages every one.
    let isDone = false;
    const writing = (async () => {
      while (!isDone) await phone.push([newDoc()]);
    })();
    for (let number = 0; number < PAGES; number += 1) {
      const page = newPage([device.id]);
      times.set(page.body, { sent: performance.now() });
      const answer = await phone.call('POST', '/pages', page);
      note(page.body, 'answered');
      expect(await answer.json()).toEqual({ devices: [{ id: device.id, result: 'sent' }] });
    }
    await listening;
    isDone = true;
    await writing;
    stream.abort();

    const sent = [...times.keys()];
    expect(heard).toEqual(sent);
    expect(service.take().map(({ body }) => openPush(device, body).toString())).toEqual(sent);
    for (const what of ['heard', 'delivered', 'answered'] as const) {
      const ms = [...times.values()].map((entry) => (entry[what] ?? Number.NaN) - entry.sent).sort((a, b) => a - b);
      const at = (share: number) => ms[Math.ceil(ms.length * share) - 1]?.toFixed(1);
      print(`${kind.name}: ${PAGES} pages, ${what} after ${at(0.5)} ms (median), ${at(0.99)} ms (p99), ${at(1)} ms`);
    }
  });
});

const postgres = storeKinds()[1];

describe.runIf(postgres)('two processes on one PostgreSQL', () => {
  beforeEach(async () => {
    if (postgres) place = await postgres.createPlace();
  });

  it('have one key, the same devices, and pass pages on to the streams of each other', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    const keys = await Promise.all(
      [one, other].map(async ({ url }) => (await fetch(`${url}/api/v1/health`)).json() as Promise<unknown>),
    );
    expect(keys[0]).toEqual(keys[1]);

    const phone = await new Phone(one.url).create();
    const partner = phone.partner(other.url);
    const device = await subscribe(partner, service.origin);
    const streams = [await phone.openStream(), await partner.openStream()];
    for (const stream of streams) await stream.next();
    // The largest there can be: PostgreSQL passes on less than 8,000 bytes.
    const pages = Array.from({ length: 20 }, () => newPage([device.id], { body: 'A'.repeat(3_864) }));
    const bodies = pages.map(({ body }, index) => `${String(index).padStart(4, '0')}${body.slice(4)}`);
    for (const body of bodies) {
      const answer = await phone.call('POST', '/pages', newPage([device.id], { body }));
      expect(await answer.json()).toEqual({ devices: [{ id: device.id, result: 'sent' }] });
    }
    for (const stream of streams) {
      for (const body of bodies) expect(await stream.next()).toEqual({ event: 'page', data: { body } });
      stream.abort();
    }
    expect(service.take().map(({ body }) => openPush(device, body).toString())).toEqual(bodies);
  });
});

import { createServer as createTcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import type { Log } from '@/server/log';
import { WebhookCaller } from '@/server/pager/WebhookCaller';
import type { ResolveAll } from '@/server/publicAddress';
import { type LoopbackServer, startLoopbackServer } from '../support/sync/loopbackServer';

const HOUSEHOLD = 'AbCdEfGhIjKlMnOpQrStUv';
const SECRET = '/api/webhook/secret';

let home: LoopbackServer;
let log: { [level in keyof Log]: Mock<Log[level]> };
beforeEach(async () => {
  home = await startLoopbackServer();
  log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
});
afterEach(() => home.close());

/** Calls a server of this machine, as an operator may allow it. */
const callerOf = (options: Partial<ConstructorParameters<typeof WebhookCaller>[0]> = {}) =>
  new WebhookCaller({ hosts: [new URL(home.origin).host], log, pausesMs: [10, 20], ...options });

/** Answers with these statuses in turn, the last one again and again. */
const answerWith = (...statuses: number[]) =>
  home.answer((response) => {
    const status = statuses.length > 1 ? statuses.shift() : statuses[0];
    response.writeHead(status ?? 200, { Location: `${home.origin}/elsewhere` }).end();
  });

/** Rings and resolves when nothing more will be tried. */
async function ring(caller: WebhookCaller, url: string | null = home.origin + SECRET) {
  caller.ring(HOUSEHOLD, async () => url);
  await vi.waitFor(() => expect(caller.isIdle).toBe(true), { timeout: 20_000 });
}

const failure = (reason: string, host = new URL(home.origin).host) => [
  'webhookFailed',
  { household: 'AbCd', host, reason },
];

describe('a webhook', () => {
  it('gets the word “page”, and nothing else', async () => {
    answerWith(200);
    await ring(callerOf());
    expect(home.received).toEqual([
      {
        method: 'POST',
        url: SECRET,
        headers: {
          host: new URL(home.origin).host,
          'content-type': 'text/plain',
          'user-agent': 'InfernalOps',
          'content-length': '4',
          connection: 'close',
        },
        body: 'page',
      },
    ]);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it.each([
    ['is called again until it answers with success', [500, 429, 204], 3, null],
    ['is given up after three attempts', [502], 3, '502'],
    ['that does not want it is not called again', [403], 1, '403'],
    ['is not followed elsewhere', [307], 1, '307'],
  ])('%s', async (_, statuses, requests, reason) => {
    answerWith(...statuses);
    await ring(callerOf());
    expect(home.received.map(({ url }) => url)).toEqual(Array(requests).fill(SECRET));
    expect(log.warn.mock.calls).toEqual(reason === null ? [] : [failure(reason)]);
  });

  it('waits longer before the third attempt than before the second', async () => {
    const at: number[] = [];
    home.answer((response) => {
      at.push(performance.now());
      response.writeHead(500).end();
    });
    await ring(callerOf({ pausesMs: [50, 200] }));
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThan(45);
    expect(third - second).toBeGreaterThan(195);
  });

  it('that never answers, or never ends its answer, is left after the time-out', async () => {
    home.answer(() => {});
    await ring(callerOf({ timeoutMs: 50 }));
    expect(home.received).toHaveLength(3);
    expect(log.warn.mock.calls).toEqual([failure('timeout')]);

    // The head of the answer is enough: its body is not read.
    home.answer((response) => void response.writeHead(200).write('and so on'));
    expect(await callerOf({ timeoutMs: 5_000 }).try(home.origin)).toEqual({ result: 'sent', status: 200 });
  });

  it('behind a connection that says nothing is left after the time-out', async () => {
    const silent = createTcpServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const caller = callerOf({ hosts: [host], timeoutMs: 50 });
    // Even the handshake of TLS is not begun.
    expect(await caller.try(`https://${host}/`)).toEqual({ result: 'failed', status: null });
    silent.close();
  });

  it('that is off is tried three times', async () => {
    const { origin } = home;
    await home.close();
    await ring(callerOf(), origin + SECRET);
    expect(log.warn.mock.calls).toEqual([failure('ECONNREFUSED')]);
  });

  it('of a household that has none is not called', async () => {
    await ring(callerOf(), null);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('whose address cannot be read is in the log, and nothing falls over', async () => {
    const caller = callerOf();
    caller.ring(HOUSEHOLD, () => Promise.reject(Object.assign(new Error('away'), { code: '57P01' })));
    await vi.waitFor(() => expect(caller.isIdle).toBe(true));
    expect(log.warn.mock.calls).toEqual([['webhookFailed', { household: 'AbCd', reason: '57P01' }]]);
  });

  it('is not tried again when the server stops, which waits for the attempt that has begun', async () => {
    answerWith(500);
    const caller = callerOf({ pausesMs: [60_000, 60_000] });
    caller.ring(HOUSEHOLD, async () => home.origin + SECRET);
    await vi.waitFor(() => expect(home.received).toHaveLength(1));
    await caller.close();
    expect(home.received).toHaveLength(1);
    expect(log.warn.mock.calls).toEqual([failure('500')]);
  });
});

describe('an address that is not public', () => {
  const resolveTo =
    (...addresses: string[]): ResolveAll =>
    (_hostname, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );

  it.each([[['10.0.0.7']], [['127.0.0.1']], [['1.1.1.1', '192.168.1.1']], [['::ffff:10.0.0.1']], [['fd00::7']]])(
    'is not called if a name leads to %j',
    async (addresses) => {
      const caller = callerOf({ resolveAll: resolveTo(...addresses) });
      expect(await caller.try('https://hook.example/secret')).toEqual({ result: 'refused', status: null });
      await ring(caller, 'https://hook.example/secret');
      expect(log.warn.mock.calls).toEqual([failure('notAllowed', 'hook.example')]);
    },
  );

  it('is looked at in each attempt: a name that changes its mind gains nothing', async () => {
    const answers = ['127.0.0.1', '10.0.0.7'];
    const resolveAll = vi.fn<ResolveAll>((hostname, options, callback) =>
      resolveTo(answers.shift() ?? '')(hostname, options, callback),
    );
    const caller = callerOf({ resolveAll });
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      expect(await caller.try('https://hook.example/')).toEqual({ result: 'refused', status: null });
      expect(resolveAll).toHaveBeenCalledTimes(attempt);
    }
  });

  it('is called through its name if the operator allows that host, and that host only', async () => {
    answerWith(200);
    const { port } = new URL(home.origin);
    const caller = callerOf({ hosts: [`localhost:${port}`] });
    expect(await caller.try(`http://localhost:${port}/hook`)).toEqual({ result: 'sent', status: 200 });
    expect(await caller.try(`http://127.0.0.1:${port}/hook`)).toEqual({ result: 'refused', status: null });
    expect(await callerOf({ hosts: [] }).try(`https://127.0.0.1:${port}/hook`)).toEqual({
      result: 'refused',
      status: null,
    });
    expect(home.received).toHaveLength(1);
  });
});

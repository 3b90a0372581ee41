import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '@/sync/client/client';
import type { LiveEvent } from '@/sync/client/events';
import { html, json, type LoopbackServer, startLoopbackServer } from '../../support/sync/loopbackServer';
import { type ManualTimers, manualTimers } from '../../support/sync/manualTimers';

const HOUSEHOLD = 'HHHHHHHHHHHHHHHHHHHHHA';
const TOKEN = `${'T'.repeat(42)}A`;
const CHANGE = { head: 3, sum: 'SSSSSSSSSSSSSSSSSSSSSA' };
const PAGE = { body: 'AAAA' };
const OPEN: LiveEvent = { type: 'open', data: '', change: null, page: null };

let server: LoopbackServer;
let timers: ManualTimers;
let controller: AbortController;
let events: LiveEvent[];
/** Runs after each event, so that a test goes on when something has arrived. */
let afterEvent: (event: LiveEvent) => void;
beforeEach(async () => {
  server = await startLoopbackServer();
  timers = manualTimers();
  controller = new AbortController();
  events = [];
  afterEvent = () => {};
});
afterEach(() => server.close());

function openEvents() {
  const client = createClient({
    origin: server.origin,
    householdId: HOUSEHOLD,
    token: TOKEN,
    schedule: timers.schedule,
  });
  const onEvent = (event: LiveEvent) => {
    events.push(event);
    afterEvent(event);
  };
  return client.openEvents(onEvent, controller.signal);
}

/** Answers with a stream; `then` writes into it. */
const stream = (then: (response: ServerResponse) => void) =>
  server.answer((response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.flushHeaders();
    then(response);
  });

const changeText = `event: change\ndata: ${JSON.stringify(CHANGE)}\n\n`;
const changed: LiveEvent = { type: 'change', data: JSON.stringify(CHANGE), change: CHANGE, page: null };

/**
 * Writes pieces that arrive as chunks of their own: each is written when the one before was read,
 * because the client then starts its watchdog anew.
 */
function writeInPieces(response: ServerResponse, pieces: readonly Uint8Array[]) {
  const left = [...pieces];
  timers.onStart = () => {
    const piece = left.shift();
    if (piece) response.write(piece);
    else response.end();
  };
  timers.onStart();
}

describe('a stream', () => {
  it('hands on what comes, and tells that it ended', async () => {
    const pageText = `event: page\ndata: ${JSON.stringify(PAGE)}\n\n`;
    stream((response) => response.end(`${changeText}${pageText}data: anything\n\n`));
    expect(await openEvents()).toEqual({ why: 'ended' });
    expect(events).toEqual([
      OPEN,
      changed,
      { type: 'page', data: JSON.stringify(PAGE), change: null, page: 'AAAA' },
      { type: 'message', data: 'anything', change: null, page: null },
    ]);
    expect(server.received).toMatchObject([
      {
        method: 'GET',
        url: `/api/v1/households/${HOUSEHOLD}/events`,
        headers: { authorization: `Bearer ${TOKEN}`, accept: 'text/event-stream' },
      },
    ]);
  });

  it('tells that it is open before anything happens', async () => {
    afterEvent = () => controller.abort();
    stream(() => {});
    expect(await openEvents()).toEqual({ why: 'stopped' });
    expect(events).toEqual([OPEN]);
  });

  it('does not hand on heartbeats', async () => {
    stream((response) => response.end(`: heartbeat\n\n:\n\n${changeText}: heartbeat\n\n`));
    await openEvents();
    expect(events).toEqual([OPEN, changed]);
  });

  it.each([
    ['no JSON', 'data: {"head":'],
    ['of another shape', 'data: {"head":-1}'],
    ['without data', 'data'],
  ])('hands on a change that is %s, as something that happened', async (_name, line) => {
    stream((response) => response.end(`event: change\n${line}\n\n`));
    await openEvents();
    expect(events).toMatchObject([OPEN, { type: 'change', change: null }]);
  });

  it.each([
    ['a page that is no JSON', 'page', 'AAAA'],
    ['a page without a body', 'page', '{}'],
    ['a page whose body is no base64url', 'page', '{"body":"<script>"}'],
    ['a page whose body is too long', 'page', JSON.stringify({ body: 'A'.repeat(4_001) })],
    ['a page in another event', 'change', JSON.stringify(PAGE)],
    ['a change in a page', 'page', JSON.stringify(CHANGE)],
  ])('hands on %s, as something that happened', async (_name, type, data) => {
    stream((response) => response.end(`event: ${type}\ndata: ${data}\n\n`));
    await openEvents();
    expect(events).toEqual([OPEN, { type, data, change: null, page: null }]);
  });

  it('is the same wherever its chunks are cut: in an event, a line end, a character', async () => {
    const text = Buffer.from(`: é\r\n\r\nevent: page\r\ndata: Zoé 🌙\r\n\r\n${changeText}`);
    for (let cut = 1; cut < text.length; cut++) {
      events = [];
      timers.onStart = () => {};
      stream((response) => writeInPieces(response, [text.subarray(0, cut), text.subarray(cut)]));
      expect(await openEvents()).toEqual({ why: 'ended' });
      expect(events).toEqual([OPEN, { type: 'page', data: 'Zoé 🌙', change: null, page: null }, changed]);
    }
  });

  it('is the same byte by byte', async () => {
    stream((response) =>
      writeInPieces(
        response,
        [...Buffer.from(changeText)].map((byte) => Uint8Array.of(byte)),
      ),
    );
    expect(await openEvents()).toEqual({ why: 'ended' });
    expect(events).toEqual([OPEN, changed]);
  });

  it('does not hand on an event that was cut', async () => {
    stream((response) => response.write(changeText.slice(0, -2), () => response.end()));
    expect(await openEvents()).toEqual({ why: 'ended' });
    expect(events).toEqual([OPEN]);
  });

  it('that breaks is cut', async () => {
    afterEvent = ({ type }) => type === 'change' && server.close();
    stream((response) => response.write(changeText));
    expect(await openEvents()).toEqual({ why: 'cut' });
    expect(events).toEqual([OPEN, changed]);
  });

  it('that never ends its event is cut before it fills the memory', async () => {
    stream((response) => {
      const write = () => response.writable && response.write('data: '.padEnd(20_000, 'x'), () => setImmediate(write));
      write();
    });
    expect(await openEvents()).toEqual({ why: 'cut' });
    expect(events).toEqual([OPEN]);
  });

  it('is given up when it is stopped, and at once if it was before', async () => {
    afterEvent = ({ type }) => type === 'change' && controller.abort();
    stream((response) => response.write(changeText));
    expect(await openEvents()).toEqual({ why: 'stopped' });
    expect(await openEvents()).toEqual({ why: 'stopped' });
    expect(server.received).toHaveLength(1);
  });

  it('closes its connection, so that the server knows', async () => {
    const closed = new Promise((resolve) => stream((response) => response.on('close', resolve)));
    afterEvent = () => controller.abort();
    await openEvents();
    await closed;
  });

  it('lets an error of its listener through', async () => {
    afterEvent = () => {
      throw new Error('The listener failed.');
    };
    const closed = new Promise((resolve) => stream((response) => response.on('close', resolve)));
    await expect(openEvents()).rejects.toThrow('The listener failed.');
    await closed;
    expect(timers.runningMs()).toEqual([]);
  });
});

describe('the watchdog', () => {
  it('bites when nothing has come for two and a half heartbeats', async () => {
    const delaysMs: number[][] = [];
    afterEvent = ({ type }) => {
      delaysMs.push(timers.runningMs());
      if (type === 'change') timers.runOut();
    };
    stream((response) => response.write(changeText));
    expect(await openEvents()).toEqual({ why: 'silent' });
    // 2.5 × 20 s: one timer at a time.
    expect(delaysMs).toEqual([[50_000], [50_000]]);
    expect(timers.runningMs()).toEqual([]);
  });

  it('bites when not even the head of the answer comes', async () => {
    server.answer(() => timers.runOut());
    expect(await openEvents()).toEqual({ why: 'silent' });
    expect(events).toEqual([]);
  });

  it('starts anew with each byte, also with a heartbeat', async () => {
    let started = 0;
    timers.onStart = () => {
      started++;
      // The first timer waits for the answer, the second begins with the heartbeat.
      if (started === 2) controller.abort();
    };
    stream((response) => response.write(': heartbeat\n\n'));
    expect(await openEvents()).toEqual({ why: 'stopped' });
    expect(started).toBe(2);
  });

  it('is gone when the stream has ended', async () => {
    stream((response) => response.end(changeText));
    await openEvents();
    expect(timers.runningMs()).toEqual([]);
  });
});

describe('no stream', () => {
  const refused = (kind: string, more: object = {}) => ({ why: 'refused', failure: { kind, ...more } });

  it('is told with its reason', async () => {
    server.answer(json(401, { error: 'unauthorized' }));
    expect(await openEvents()).toEqual(refused('unauthorized'));
    server.answer(json(429, { error: 'tooMany' }, { 'Retry-After': '7' }));
    expect(await openEvents()).toEqual(refused('tooMany', { retryAfterMs: 7000 }));
    server.answer(html(502));
    expect(await openEvents()).toEqual(refused('serverFailed', { status: 502, retryAfterMs: 0 }));
    for (const handler of [html(200), html(404), html(302, { Location: '/login' }), json(200, {})]) {
      server.answer(handler);
      expect(await openEvents()).toEqual(refused('notHomeServer'));
    }
    server.answer((response) => response.destroy());
    expect(await openEvents()).toEqual(refused('offline'));
    expect(events).toEqual([]);
  });
});

import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { Streams } from '@/server/Streams';

/** A stream whose reader has not begun to read. */
async function openUnread(streams: Streams) {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  onTestFinished(() => void socket.destroy());
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const response = await new Promise<ServerResponse>((resolve) => server.once('request', (_, it) => resolve(it)));
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  streams.add('household', response);
  return { socket, response };
}

/** Sends more than the operating system takes for a reader who does not read. */
const fill = (streams: Streams, response: ServerResponse) =>
  streams.send(response, `:${'x'.repeat(32 * 1024 * 1024)}\n\n`);

it('a reader who takes nothing gets the latest event only, when it reads again', async () => {
  const streams = new Streams();
  const { socket, response } = await openUnread(streams);
  fill(streams, response);
  const waiting = response.writableLength;
  for (let head = 1; head <= 100_000; head += 1) {
    streams.notify({ household: 'household', head, sum: 'A'.repeat(22) });
  }
  expect(response.writableLength).toBe(waiting);

  let text = '';
  for await (const chunk of socket.resume()) {
    text = text.slice(-100_000) + chunk;
    if (text.includes('"head":100000,')) break;
  }
  expect(text.match(/event: change/g)).toHaveLength(1);
  streams.close();
});

it('a reader who takes nothing gets every page in order, and then the latest change', async () => {
  const streams = new Streams();
  const { socket, response } = await openUnread(streams);
  fill(streams, response);
  for (let number = 1; number <= 100; number += 1) {
    streams.notify({ household: 'household', page: `page-${number}` });
    streams.notify({ household: 'household', head: number, sum: 'A'.repeat(22) });
    streams.notify({ household: 'other', page: 'not-ours' });
  }

  let text = '';
  for await (const chunk of socket.resume()) {
    text = text.slice(-100_000) + chunk;
    if (text.includes('event: change')) break;
  }
  const pages = Array.from({ length: 100 }, (_, index) => `event: page\ndata: {"body":"page-${index + 1}"}\n\n`);
  expect(text).toContain(`${pages.join('')}event: change\ndata: {"head":100,`);
  expect(text).not.toContain('not-ours');
  streams.close();
});

it('a reader who takes nothing from one heartbeat to the next is let go', async () => {
  const streams = new Streams(20);
  const { response } = await openUnread(streams);
  fill(streams, response);
  await new Promise((resolve) => response.once('close', resolve));
  expect(streams.count).toBe(0);
  expect(streams.countOf('household')).toBe(0);
  streams.close();
});

it('a heartbeat is a comment, which no reader takes for an event', async () => {
  const streams = new Streams(20);
  const { socket } = await openUnread(streams);
  let text = '';
  for await (const chunk of socket.resume()) {
    text += chunk;
    if (text.includes(':\n\n')) break;
  }
  expect(text).not.toContain('event:');
  streams.close();
});

it('a stream that was ended takes no event more, and is let go if its reader does not take the rest', async () => {
  const streams = new Streams(20);
  const { response } = await openUnread(streams);
  fill(streams, response);
  streams.notify({ household: 'household', gone: true });
  streams.notify({ household: 'household', head: 1, sum: 'A'.repeat(22) });
  streams.notify({ household: 'household', page: 'page' });
  await new Promise((resolve) => response.once('close', resolve));
  expect(streams.count).toBe(0);
  streams.close();
});

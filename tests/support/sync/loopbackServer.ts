import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Received {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Answers a request, whose body has been read. */
export type Handler = (response: ServerResponse, received: Received) => void;

/** An HTTP server on loopback that answers what a test tells it to. */
export interface LoopbackServer {
  origin: string;
  /** All requests until now, the oldest first. */
  received: Received[];
  answer: (handler: Handler) => void;
  close: () => Promise<void>;
}

export async function startLoopbackServer(): Promise<LoopbackServer> {
  let handler: Handler = (response) => response.writeHead(404).end();
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { method, url, headers } = request;
    const entry = { method, url, headers, body };
    received.push(entry);
    handler(response, entry);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (next) => {
      handler = next;
    },
    close: async () => {
      server.closeAllConnections();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}

/** Returns a handler that answers with JSON. */
export const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Handler =>
  (response) =>
    response
      .writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8', ...headers })
      .end(JSON.stringify(value));

/** Returns a handler that answers with a page, as a proxy or a static host does. */
export const html =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (response) =>
    response
      .writeHead(status, { 'Content-Type': 'text/html', ...headers })
      .end('<!doctype html><title>Welcome</title>');

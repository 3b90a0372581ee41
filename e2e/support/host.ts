import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the present build. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * What can be wrong with an answer: half of the file, nothing, a login page, an error, a type that
 * a browser does not run, or a connection that ends too early.
 */
export const FAULTS = ['half', 'empty', 'html', '404', '500', 'wrong type', 'cut'] as const;
export type Fault = (typeof FAULTS)[number];

const LOGIN_PAGE = '<!doctype html><title>Login</title><form><input name="room"></form>';

/**
 * A static host that serves the app at a sub-path, as a family's web space does. While a test runs,
 * it can publish a new version of the app or hold back a file.
 */
export class StaticHost {
  /** Contents to serve instead of a file, by its path below the sub-path. */
  readonly replacements = new Map<string, string>();
  /** Paths that are served only after their promise has resolved. */
  readonly heldUntil = new Map<string, Promise<void>>();
  /** What is wrong with the answer for a file, by its path below the sub-path. */
  readonly faults = new Map<string, Fault>();
  /** The paths below the sub-path that were asked for. */
  readonly requests: string[] = [];
  private server: Server | null = null;
  private port = 0;
  url = '';
  /** The folder of the published version; by default the present build. */
  folder = DIST;

  /** Starts, or starts again under the same address. */
  async start(path = '/family/infernalops/'): Promise<this> {
    this.server = createServer(async (request, response) => {
      const requestPath = new URL(request.url ?? '/', 'http://host').pathname;
      const file = requestPath.startsWith(path) ? requestPath.slice(path.length) || 'index.html' : null;
      if (file === null) return response.writeHead(404).end();
      this.requests.push(file);
      await this.heldUntil.get(file);
      const body =
        this.replacements.get(file) ?? (await readFile(join(this.folder, normalize(file))).catch(() => null));
      if (body === null) return response.writeHead(404).end();
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      return respond(response, Buffer.from(body), type, this.faults.get(file));
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the host has no port');
    this.port = address.port;
    this.url = `http://localhost:${address.port}${path}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

function respond(response: ServerResponse, body: Buffer, type: string, fault: Fault | undefined): void {
  const send = (status: number, content: Buffer | string, contentType = type) =>
    response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-cache' }).end(content);
  const half = body.subarray(0, body.length / 2);
  if (fault === '404' || fault === '500') send(Number(fault), 'Sorry.', 'text/plain');
  else if (fault === 'html') send(200, LOGIN_PAGE, 'text/html');
  else if (fault === 'empty') send(200, '');
  else if (fault === 'half') send(200, half);
  else if (fault === 'wrong type') send(200, body, 'text/plain');
  else if (fault === 'cut') {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length });
    response.write(half, () => response.destroy());
  } else send(200, body);
}

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * A static host that serves the app at a sub-path, as a family's web space does. While a test runs,
 * it can publish a new version of the app or hold back a file.
 */
export class StaticHost {
  /** Contents to serve instead of a file, by its path below the sub-path. */
  readonly replacements = new Map<string, string>();
  /** Paths that are served only after their promise has resolved. */
  readonly heldUntil = new Map<string, Promise<void>>();
  private server: Server | null = null;
  url = '';
  /** The folder of the published version; by default the present build. */
  folder = DIST;

  async start(path = '/family/infernalops/'): Promise<this> {
    this.server = createServer(async (request, response) => {
      const requestPath = new URL(request.url ?? '/', 'http://host').pathname;
      const file = requestPath.startsWith(path) ? requestPath.slice(path.length) || 'index.html' : null;
      if (file === null) return response.writeHead(404).end();
      await this.heldUntil.get(file);
      const body =
        this.replacements.get(file) ?? (await readFile(join(this.folder, normalize(file))).catch(() => null));
      if (body === null) return response.writeHead(404).end();
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
      });
      return response.end(body);
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the host has no port');
    this.url = `http://localhost:${address.port}${path}`;
    return this;
  }

  /** Publishes a version that differs from the one in dist/ only by a comment in its worker. */
  async publishNewVersion(): Promise<void> {
    const worker = await readFile(join(DIST, 'sw.js'), 'utf8');
    this.replacements.set('sw.js', `${worker}\n// version ${this.replacements.size + 2}`);
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a request that has begun may still take. */
const TIMEOUT_MS = 10_000;
const CHECK_MS = 50;

/**
 * Returns a function that closes the server: it takes no new connection, finishes what has begun,
 * and waits for no connection that has nothing to do. To be called before the server listens.
 */
export function gracefulClose(server: Server): () => Promise<void> {
  // Browsers connect in advance. Node takes a connection without any request for a slow one, and
  // would wait for it.
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));

  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of unused) socket.destroy();
    // Node closes idle connections only once, and a connection that is kept alive is idle later.
    const idle = setInterval(() => server.closeIdleConnections(), CHECK_MS);
    const timeout = setTimeout(() => server.closeAllConnections(), TIMEOUT_MS);
    await closed;
    clearInterval(idle);
    clearTimeout(timeout);
  };
}

import { Hono } from 'hono';
import type { Deps, Environment } from '@/server/environment';

export const OPEN_METRICS_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** Figures without content. Who may read them is a setting; by default only this machine. */
export const metricsRoutes = ({ config, metrics, store, streams }: Deps) =>
  new Hono<Environment>().get('/', async (c) => {
    const remote = c.env.incoming.socket.remoteAddress ?? '';
    // A proxy on this machine calls from here, too, but says for whom.
    const forwarded = c.req.header('X-Forwarded-For') ?? c.req.header('Forwarded');
    const isLoopback = /^(::1|(::ffff:)?127\.)/.test(remote) && forwarded === undefined;
    if (config.metrics === 'off' || (config.metrics === 'loopback' && !isLoopback)) return c.notFound();

    const [totals] = await store.query<{ households: number; docs: number; bytes: number }>(
      `SELECT count(*) AS households, coalesce(sum(docs), 0)::bigint AS docs, coalesce(sum(bytes), 0)::bigint AS bytes
       FROM household`,
      [],
    );
    const text = metrics.format(
      [
        { name: 'streams', help: 'Open event streams of this process.', value: streams.count },
        { name: 'households', help: 'Households in the store.', value: totals?.households ?? 0 },
        { name: 'documents', help: 'Documents in the store.', value: totals?.docs ?? 0 },
        { name: 'document_bytes', help: 'Characters of all bodies in the store.', value: totals?.bytes ?? 0 },
        { name: 'resident_memory_bytes', help: 'Memory of this process.', value: process.memoryUsage.rss() },
      ],
      { store: store.name, node: process.version },
    );
    return c.body(text, 200, { 'Content-Type': OPEN_METRICS_TYPE, 'Cache-Control': 'no-store' });
  });

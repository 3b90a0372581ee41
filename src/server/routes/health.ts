import { Hono } from 'hono';
import type { HealthResponse } from '@/protocol/api';
import type { Deps, Environment } from '@/server/environment';

/** For the phones. The `Date` header of the answer is the clock they compare theirs with. */
export const apiHealthRoutes = ({ pushKeys }: Deps) =>
  new Hono<Environment>().get('/', (c) => c.json({ version: 1, pushKey: pushKeys.publicKey } satisfies HealthResponse));

/** For a load balancer or a monitor: whether the store answers. */
export const healthRoutes = ({ store }: Deps) =>
  new Hono<Environment>().get('/', async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      await store.query('SELECT 1', []);
      return c.text('ok\n');
    } catch {
      return c.text('the store does not answer\n', 503);
    }
  });

import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import * as v from 'valibot';
import { opaqueId, token as tokenSchema } from '@/protocol/api';
import { MAX_REQUEST_BYTES } from '@/protocol/limits';
import { refuse, refuseTooMany } from './answers';
import type { Deps, Environment } from './environment';
import { authenticate, wasErased } from './households';
import { addressOf } from './limits';
import { shortId } from './log';
import { SECURITY_HEADERS } from './securityHeaders';

type Middleware = MiddlewareHandler<Environment>;

export const securityHeaders: Middleware = async (c, next) => {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
  await next();
};

/** Counts and logs a request by its route, never by its path. */
export const observe =
  ({ metrics, log, config }: Deps): Middleware =>
  async (c, next) => {
    const startedAt = performance.now();
    await next();
    const ms = performance.now() - startedAt;
    const route = `${c.req.method} ${routePath(c)}`;
    const { status } = c.res;
    metrics.count(route, status, ms / 1_000);
    if (config.log !== 'requests') return;
    const household = c.get('household')?.id;
    log.info('request', { route, status, ms: Math.round(ms), household: household && shortId(household) });
  };

export const limitAddress =
  ({ config, limits }: Deps): Middleware =>
  async (c, next) => {
    const remote = c.env.incoming.socket.remoteAddress;
    c.set('address', addressOf(remote, c.req.header('X-Forwarded-For'), config.proxies));
    const seconds = await limits.address.take(c.get('address'));
    return seconds === null ? next() : refuseTooMany(c, seconds);
  };

/** Refuses a body above the limit as soon as that is known, and never unpacks one. */
export const limitBody = bodyLimit({ maxSize: MAX_REQUEST_BYTES, onError: (c) => refuse(c, 'tooLarge') });

/** Returns the bearer token, null if there is none of the right form. */
export function bearerToken(c: Context): string | null {
  const token = c.req.header('Authorization')?.match(/^Bearer (\S+)$/i)?.[1];
  return v.is(tokenSchema, token) ? token : null;
}

/** Lets only the phones of the household in the path pass. */
export const requireHousehold =
  ({ store, limits }: Deps): Middleware =>
  async (c, next) => {
    const id = c.req.param('id');
    const token = bearerToken(c);
    if (!v.is(opaqueId, id) || token === null) return refuse(c, 'unauthorized');
    const household = await authenticate(store, id, token);
    if (!household) return refuse(c, (await wasErased(store, id, token)) ? 'gone' : 'unauthorized');
    c.set('household', household);
    const seconds = await limits.household.take(id);
    return seconds === null ? next() : refuseTooMany(c, seconds);
  };

/** Limits what rings somewhere. It comes after `requireHousehold`. */
export const limitPages =
  ({ limits }: Deps): Middleware =>
  async (c, next) => {
    const seconds = await limits.pages.take(c.get('household').id);
    return seconds === null ? next() : refuseTooMany(c, seconds);
  };

/** Resolves to the parsed body of a request, null if it is no JSON of the schema. */
export async function readJson<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema> | null> {
  let json: unknown;
  try {
    json = JSON.parse(await c.req.text());
  } catch {
    return null;
  }
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  return parsed.success ? parsed.output : null;
}

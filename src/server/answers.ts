import type { Context } from 'hono';
import type { ErrorCode } from '@/protocol/api';

const STATUS = {
  badRequest: 400,
  unauthorized: 401,
  inviteNeeded: 403,
  notFound: 404,
  gone: 410,
  tooLarge: 413,
  tooMany: 429,
  failed: 500,
  full: 507,
} as const satisfies Record<ErrorCode, number>;

/** The answer to a request that is not carried out, as in `src/protocol`. */
export function refuse(c: Context, error: ErrorCode) {
  if (error === 'unauthorized') c.header('WWW-Authenticate', 'Bearer');
  return c.json({ error }, STATUS[error]);
}

/** @param seconds until the next request may be sent */
export function refuseTooMany(c: Context, seconds: number) {
  c.header('Retry-After', String(seconds));
  return refuse(c, 'tooMany');
}

/** The store is away, or the server is about to stop: the same request may work soon. */
export function refuseForNow(c: Context) {
  c.header('Retry-After', '5');
  return c.json({ error: 'failed' satisfies ErrorCode }, 503);
}

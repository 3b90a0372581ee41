import { request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';

/** What came back. The body is of no interest. */
export interface Answer {
  status: number;
  /** What `Retry-After` asks for, in milliseconds; null if it says nothing that makes sense. */
  retryAfterMs: number | null;
}

interface Post {
  headers: Record<string, string | number>;
  body: string | Buffer;
  timeoutMs: number;
  /** False: a connection of its own, which is closed at the first byte of the answer. */
  keepsConnection: boolean;
  /** Finds the addresses of a name. Node does not ask it if the host is an address already. */
  lookup?: RequestOptions['lookup'];
}

/**
 * Sends a POST and resolves to the answer, whatever its status. A redirect is an answer, and is not
 * followed. Rejects if there is none in time; `reasonOf` says why.
 */
export function post(
  url: URL,
  { headers, body, timeoutMs, keepsConnection, lookup }: Post,
  now = Date.now,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'http:' ? requestHttp : requestHttps;
    const sent = request(url, {
      method: 'POST',
      headers,
      // It covers the connection and the whole answer, however slowly that comes.
      signal: AbortSignal.timeout(timeoutMs),
      ...(keepsConnection ? {} : { agent: false }),
      ...(lookup && { lookup }),
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const { statusCode = 0, headers: answered } = response;
      response.on('error', () => {});
      if (keepsConnection) response.resume();
      else sent.destroy();
      resolve({ status: statusCode, retryAfterMs: retryAfterMsOf(answered['retry-after'], now()) });
    });
    sent.end(body);
  });
}

/** `Retry-After` is a number of seconds, or a date. */
function retryAfterMsOf(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.max(ms, 0);
}

/** Says in one word why there was no answer. A message of Node would have addresses in it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

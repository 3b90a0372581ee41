import * as v from 'valibot';
import type { Instant } from '@/lib/time';
import { API_BASE } from '@/protocol/limits';
import { failureOf, type RequestFailure } from './requestFailure';
import { dateOf, jsonOf } from './response';

/** Calls back once after a time, unless the returned function was called before. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

/** The address of the home server, and what a test may replace. */
export interface Connection {
  /** Without a path, for example `https://nights.example`. */
  origin: string;
  fetch?: typeof fetch;
  schedule?: Schedule;
}

const onTimer: Schedule = (callback, delayMs) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};

export const scheduleOf = ({ schedule = onTimer }: Pick<Connection, 'schedule'>): Schedule => schedule;

/** `serverTime` is the server's clock, to the second; null if it did not say. */
export type Reply<Value> =
  | { ok: true; value: Value; serverTime: Instant | null }
  | { ok: false; failure: RequestFailure };

export interface Call {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below `/api/v1`. */
  path: string;
  token?: string;
  body?: unknown;
  accept?: string;
}

/**
 * Sends a call. A redirect is not followed: the home server has none, a login page is behind it,
 * and the token is for the home server alone.
 *
 * @throws if there is no answer or `signal` is aborted, as `fetch` does.
 */
export function send(
  { origin, fetch: ownFetch }: Connection,
  { method, path, token, body, accept = 'application/json' }: Call,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers({ Accept: accept });
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return (ownFetch ?? fetch)(`${origin}${API_BASE}${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  });
}

/** Reads a successful answer. Returns undefined if it is not one of this protocol. */
export type Parse<Value> = (response: Response, text: string) => Value | undefined;

/** For an answer with content. */
export const content =
  <Value>(schema: v.GenericSchema<unknown, Value>): Parse<Value> =>
  (response, text) => {
    const { success, output } = v.safeParse(schema, jsonOf(response, text));
    return success ? output : undefined;
  };

/** For an answer that says nothing but "done". A page of somebody else does not say it. */
export const noContent: Parse<null> = (response, text) =>
  text === '' || jsonOf(response, text) !== undefined ? null : undefined;

/**
 * Makes a call and reads its answer. The time-out counts until the last byte has come. It never
 * throws.
 */
export async function request<Value>(
  connection: Connection,
  call: Call,
  parse: Parse<Value>,
  timeoutMs: number,
): Promise<Reply<Value>> {
  const controller = new AbortController();
  const cancelTimeout = scheduleOf(connection)(() => controller.abort(), timeoutMs);
  try {
    const response = await send(connection, call, controller.signal);
    const text = await response.text();
    const value = response.ok ? parse(response, text) : undefined;
    if (value !== undefined) return { ok: true, value, serverTime: dateOf(response) };
    return { ok: false, failure: failureOf(response, text) };
  } catch {
    return { ok: false, failure: { kind: controller.signal.aborted ? 'timeout' : 'offline' } };
  } finally {
    cancelTimeout();
  }
}

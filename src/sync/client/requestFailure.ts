import * as v from 'valibot';
import { HOUR_MS, SECOND_MS } from '@/lib/time';
import { type ErrorCode, errorResponse } from '@/protocol/api';
import { dateOf, jsonOf } from './response';

/**
 * Why a request to the home server brought nothing. With `retryAfterMs`, it is not asked again
 * before this time is over; 0 if the server does not say.
 */
export type RequestFailure =
  /** There is no network, or nobody answers, or the connection broke. */
  | { kind: 'offline' }
  /** The answer was not there in time. It may have been carried out. */
  | { kind: 'timeout' }
  /** Somebody else answered: a static host, a login page, a captive portal. */
  | { kind: 'notHomeServer' }
  /** The server does not know the household, or its token is another. */
  | { kind: 'unauthorized' }
  /** The operator's word is needed to create a household, and it was missing or wrong. */
  | { kind: 'inviteNeeded' }
  /** The invitation is used, expired, or never was. */
  | { kind: 'notFound' }
  /** The household was deleted on the server, by one of its phones. */
  | { kind: 'gone' }
  | { kind: 'tooMany'; retryAfterMs: number }
  /** A quota of the household, or the server's disk. */
  | { kind: 'full' }
  /** The request as a whole; in parts it may go. */
  | { kind: 'tooLarge' }
  /** The server, or what stands before it, failed; with 400 it did not understand this phone. */
  | { kind: 'serverFailed'; status: number; retryAfterMs: number };

const FAILURE_OF_ERROR: Partial<Record<ErrorCode, RequestFailure>> = {
  unauthorized: { kind: 'unauthorized' },
  inviteNeeded: { kind: 'inviteNeeded' },
  notFound: { kind: 'notFound' },
  gone: { kind: 'gone' },
  badRequest: { kind: 'serverFailed', status: 400, retryAfterMs: 0 },
};

/** A longer `Retry-After` is a mistake of whoever sent it, and would silence the phone. */
const LONGEST_RETRY_AFTER_MS = HOUR_MS;

/**
 * Returns why an answer did not bring what was asked. A proxy before the home server says with its
 * own pages that the server is down, or that a request is too large or one too many: there the
 * status counts. A 401, 403 or 404 counts only with the home server's own JSON, because a static
 * host has these, too. A redirect, and a success with other content than this protocol's, is
 * somebody else's.
 */
export function failureOf(response: Response, text: string): RequestFailure {
  const { status } = response;
  if (status === 413) return { kind: 'tooLarge' };
  if (status === 429) return { kind: 'tooMany', retryAfterMs: retryAfterMs(response) };
  if (status === 507) return { kind: 'full' };
  if (status >= 500) return { kind: 'serverFailed', status, retryAfterMs: retryAfterMs(response) };
  const { success, output } = v.safeParse(errorResponse, jsonOf(response, text));
  return (success && FAILURE_OF_ERROR[output.error]) || { kind: 'notHomeServer' };
}

/** `Retry-After` is a number of seconds, or a date that counts from the `Date` of the answer. */
function retryAfterMs(response: Response): number {
  const value = response.headers.get('Retry-After') ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * SECOND_MS : Date.parse(value) - (dateOf(response) ?? Number.NaN);
  return ms > 0 ? Math.min(ms, LONGEST_RETRY_AFTER_MS) : 0;
}

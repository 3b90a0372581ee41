import { SECOND_MS } from '@/lib/time';
import { type FiguresRequest, type FiguresResponse, figuresResponse } from '@/protocol/api';
import { type Call, type Connection, content, noContent, type Reply, request } from '@/sync/client/request';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';

/** A text of 128 KiB over a slow mobile network. */
const TIMEOUT_MS = 30 * SECOND_MS;

/** What a phone of the household can do with what it publishes. */
export interface FigureCalls {
  /** Tells `notFound` if it does not take over, and nothing is there under this token. */
  put(figures: FiguresRequest): Promise<Reply<null>>;
  /** Tells `notFound` if nothing is published. */
  get(): Promise<Reply<FiguresResponse>>;
  remove(): Promise<Reply<null>>;
}

export function figureCalls(
  connection: Connection,
  { householdId, token }: Pick<HouseholdKeys, 'householdId' | 'token'>,
): FigureCalls {
  const call = (method: Call['method'], body?: FiguresRequest): Call => ({
    method,
    path: `/households/${householdId}/figures`,
    token,
    ...(body && { body }),
  });
  return {
    put: (figures) => request(connection, call('PUT', figures), noContent, TIMEOUT_MS),
    get: () => request(connection, call('GET'), content(figuresResponse), TIMEOUT_MS),
    remove: () => request(connection, call('DELETE'), noContent, TIMEOUT_MS),
  };
}

import { SECOND_MS } from '@/lib/time';
import {
  type HealthResponse,
  type HouseholdRequest,
  healthResponse,
  type InvitationRequest,
  invitationResponse,
  type PullResponse,
  type PushRequest,
  type PushResponse,
  pullResponse,
  pushResponse,
  type SentDoc,
  type VersionsResponse,
  versionsResponse,
} from '@/protocol/api';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';
import { type LiveEvent, readEvents, type StreamEnd } from './events';
import { type Call, type Connection, content, noContent, type Reply, request } from './request';

/*
 * The calls of the home server. None of them throws or asks twice: when to ask again is for the
 * caller to decide (`backoffMs`).
 */

/** For calls whose answer is small. */
const QUICK_MS = 15 * SECOND_MS;

/** For calls that carry documents: a whole request of 1 MiB over a slow mobile network. */
const DOCUMENTS_MS = 60 * SECOND_MS;

/** What can be asked without a household. */
export interface AnonymousClient {
  /** Tells `notHomeServer` where the app is served by a static host. */
  health(): Promise<Reply<HealthResponse>>;
  /** Returns the sealed body. The server gives it away once, so an answer that is lost is lost. */
  getInvitation(id: string): Promise<Reply<string>>;
}

/** What a phone of a household can ask, and is answered once. */
export interface HouseholdCalls {
  /** At most `MAX_DOCS` documents, and `MAX_REQUEST_BYTES` in all. */
  push(docs: SentDoc[]): Promise<Reply<PushResponse>>;
  /** The documents after `since`, at most `limit` of them. */
  pull(since: number, limit: number): Promise<Reply<PullResponse>>;
  versions(): Promise<Reply<VersionsResponse>>;
  /** Does nothing if it is there already. */
  createHousehold(request?: HouseholdRequest): Promise<Reply<null>>;
  deleteHousehold(): Promise<Reply<null>>;
  putInvitation(id: string, body: string): Promise<Reply<null>>;
}

/** What a window of the app can ask. */
export interface HouseholdClient extends HouseholdCalls {
  /** Resolves when the stream has ended; see `readEvents`. */
  openEvents(onEvent: (event: LiveEvent) => void, signal: AbortSignal): Promise<StreamEnd>;
}

export function createAnonymousClient(connection: Connection): AnonymousClient {
  return {
    health: () => request(connection, { method: 'GET', path: '/health' }, content(healthResponse), QUICK_MS),
    getInvitation: async (id) => {
      const call: Call = { method: 'GET', path: `/invitations/${id}` };
      const answer = await request(connection, call, content(invitationResponse), QUICK_MS);
      return answer.ok ? { ...answer, value: answer.value.body } : answer;
    },
  };
}

/** `householdId` and `token` are those of `deriveKeys`. */
export type HouseholdConnection = Connection & Pick<HouseholdKeys, 'householdId' | 'token'>;

const pathOf = ({ householdId }: HouseholdConnection): string => `/households/${householdId}`;

/** Without the stream and its parser, for which the service worker has no room. */
export function createCalls(connection: HouseholdConnection): HouseholdCalls {
  const { householdId, token } = connection;
  const household = pathOf(connection);
  const docs = `${household}/docs`;
  return {
    push: (sent) => {
      const body: PushRequest = { docs: sent };
      return request(connection, { method: 'POST', path: docs, token, body }, content(pushResponse), DOCUMENTS_MS);
    },
    pull: (since, limit) => {
      const path = `${docs}?since=${since}&limit=${limit}`;
      return request(connection, { method: 'GET', path, token }, content(pullResponse), DOCUMENTS_MS);
    },
    versions: () => {
      const path = `${household}/versions`;
      return request(connection, { method: 'GET', path, token }, content(versionsResponse), DOCUMENTS_MS);
    },
    createHousehold: (body = {}) =>
      request(connection, { method: 'PUT', path: household, token, body }, noContent, QUICK_MS),
    deleteHousehold: () => request(connection, { method: 'DELETE', path: household, token }, noContent, QUICK_MS),
    putInvitation: (id, sealed) => {
      const body: InvitationRequest = { household: householdId, body: sealed };
      return request(connection, { method: 'PUT', path: `/invitations/${id}`, token, body }, noContent, QUICK_MS);
    },
  };
}

export function createClient(connection: HouseholdConnection): HouseholdClient {
  return {
    ...createCalls(connection),
    openEvents: (onEvent, signal) =>
      readEvents(connection, `${pathOf(connection)}/events`, connection.token, onEvent, signal),
  };
}

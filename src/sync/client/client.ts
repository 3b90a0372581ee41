import { SECOND_MS } from '@/lib/time';
import {
  type DeviceRequest,
  type DeviceResponse,
  deviceResponse,
  type HealthResponse,
  type HouseholdRequest,
  healthResponse,
  type InvitationRequest,
  invitationResponse,
  type PageRequest,
  type PageResponse,
  type PullResponse,
  type PushRequest,
  type PushResponse,
  pageResponse,
  pullResponse,
  pushResponse,
  type SentDoc,
  type VersionsResponse,
  versionsResponse,
  type WebhookRequest,
  type WebhookResponse,
  type WebhookTryResponse,
  webhookResponse,
  webhookTryResponse,
} from '@/protocol/api';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';
import { type LiveEvent, readEvents, type StreamEnd } from './events';
import { type Call, type Connection, content, noContent, type Parse, type Reply, request } from './request';

/*
 * The calls of the home server. None of them throws or asks twice: when to ask again is for the
 * caller to decide (`backoffMs`).
 */

/** For calls whose answer is small. */
export const QUICK_MS = 15 * SECOND_MS;

/** For calls that carry documents: a whole request of 1 MiB over a slow mobile network. */
const DOCUMENTS_MS = 60 * SECOND_MS;

/** The server asks each push service twice at most, ten seconds each, and pauses ten in between. */
const PAGE_MS = 35 * SECOND_MS;

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

/** What both a window and the service worker send when somebody is paged, or answers. */
export interface PageCalls {
  /** Tells of each device of `to` what became of it. Sent again, it takes the first one's place. */
  page(request: PageRequest): Promise<Reply<PageResponse>>;
}

/** What sets the pager up. */
export interface PagerSetup {
  /** Takes the place of the device's earlier subscription. */
  putDevice(id: string, subscription: DeviceRequest): Promise<Reply<null>>;
  /** Tells `notFound` if the server has no subscription of it, or no longer. */
  getDevice(id: string): Promise<Reply<DeviceResponse>>;
  deleteDevice(id: string): Promise<Reply<null>>;
  /** Tells `serverFailed` with status 400 if the server would not call this address. */
  putWebhook(url: string): Promise<Reply<null>>;
  getWebhook(): Promise<Reply<WebhookResponse>>;
  deleteWebhook(): Promise<Reply<null>>;
  /** Tells `notFound` if the household has none. */
  tryWebhook(): Promise<Reply<WebhookTryResponse>>;
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

/** Returns a function that makes one call of the household, `path` below its own. */
export const callerOf =
  (connection: HouseholdConnection) =>
  <Value>(method: Call['method'], path: string, parse: Parse<Value>, timeoutMs: number, body?: unknown) =>
    request(connection, { method, path: pathOf(connection) + path, token: connection.token, body }, parse, timeoutMs);

/** Without the stream and its parser, for which the service worker has no room. */
export function createCalls(connection: HouseholdConnection): HouseholdCalls & PageCalls {
  const { householdId, token } = connection;
  const call = callerOf(connection);
  return {
    push: (docs) => call('POST', '/docs', content(pushResponse), DOCUMENTS_MS, { docs } satisfies PushRequest),
    pull: (since, limit) => call('GET', `/docs?since=${since}&limit=${limit}`, content(pullResponse), DOCUMENTS_MS),
    versions: () => call('GET', '/versions', content(versionsResponse), DOCUMENTS_MS),
    createHousehold: (body = {}) => call('PUT', '', noContent, QUICK_MS, body),
    deleteHousehold: () => call('DELETE', '', noContent, QUICK_MS),
    putInvitation: (id, sealed) => {
      const body: InvitationRequest = { household: householdId, body: sealed };
      return request(connection, { method: 'PUT', path: `/invitations/${id}`, token, body }, noContent, QUICK_MS);
    },
    page: (page) => call('POST', '/pages', content(pageResponse), PAGE_MS, page),
  };
}

function createPagerSetup(connection: HouseholdConnection): PagerSetup {
  const call = callerOf(connection);
  return {
    putDevice: (id, subscription) => call('PUT', `/devices/${id}`, noContent, QUICK_MS, subscription),
    getDevice: (id) => call('GET', `/devices/${id}`, content(deviceResponse), QUICK_MS),
    deleteDevice: (id) => call('DELETE', `/devices/${id}`, noContent, QUICK_MS),
    putWebhook: (url) => call('PUT', '/webhook', noContent, QUICK_MS, { url } satisfies WebhookRequest),
    getWebhook: () => call('GET', '/webhook', content(webhookResponse), QUICK_MS),
    deleteWebhook: () => call('DELETE', '/webhook', noContent, QUICK_MS),
    tryWebhook: () => call('POST', '/webhook/tries', content(webhookTryResponse), QUICK_MS),
  };
}

export function createClient(connection: HouseholdConnection): HouseholdClient & PageCalls & PagerSetup {
  return {
    ...createCalls(connection),
    ...createPagerSetup(connection),
    openEvents: (onEvent, signal) =>
      readEvents(connection, `${pathOf(connection)}/events`, connection.token, onEvent, signal),
  };
}

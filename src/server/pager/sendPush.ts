import webPush from 'web-push';
import type { PageRequest } from '@/protocol/api';
import { type Answer, post, reasonOf } from '@/server/post';
import type { Device } from './devices';
import type { PushKeys } from './pushKeys';

const TIMEOUT_MS = 10_000;
const RETRY_MS = 1_000;
/** The phone that pages waits for the answer: it would rather be told than wait for longer. */
const MAX_PAUSE_MS = 10_000;

/** What a push service has made of a message, and why, if it did not take it. */
export type PushOutcome =
  | { result: 'sent' }
  | { result: 'gone' }
  /** A status of the push service, or why there was no answer. */
  | { result: 'failed'; reason: string };

/** Who sends: the keys of this server, and whom a push service can write to about it. */
export interface PushSender {
  keys: PushKeys;
  contact: string;
}

const pauseFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Sends a page to a phone through its push service (RFC 8030), sealed for its browser (RFC 8291).
 * If the service is overloaded or there is no answer, it tries once more, unless the page would be
 * too old by then, or the pause too long. It never rejects.
 */
export async function sendPush(
  sender: PushSender,
  device: Device,
  page: Omit<PageRequest, 'to' | 'rings'>,
  pause = pauseFor,
): Promise<PushOutcome> {
  const first = await attempt(sender, device, page);
  if (first.retryMs === null || first.retryMs > Math.min(page.ttl * 1_000, MAX_PAUSE_MS)) return first.outcome;
  await pause(first.retryMs);
  return (await attempt(sender, device, page)).outcome;
}

/** `retryMs` is null where another try would bring the same. */
interface Attempt {
  outcome: PushOutcome;
  retryMs: number | null;
}

async function attempt(
  { keys, contact }: PushSender,
  { endpoint, p256dh, auth }: Device,
  { body, ttl, topic, urgency }: Omit<PageRequest, 'to' | 'rings'>,
): Promise<Attempt> {
  try {
    const { headers, body: sealed } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, body, {
      TTL: ttl,
      topic,
      urgency,
      vapidDetails: { subject: contact, ...keys },
    });
    const request = { headers: headers as Record<string, string>, body: sealed };
    // The library's own sending has no limit for an answer that comes byte by byte.
    return attemptOf(await post(new URL(endpoint), { ...request, timeoutMs: TIMEOUT_MS, keepsConnection: true }));
  } catch (error) {
    return { outcome: { result: 'failed', reason: reasonOf(error) }, retryMs: RETRY_MS };
  }
}

function attemptOf({ status, retryAfterMs }: Answer): Attempt {
  if (status >= 200 && status < 300) return { outcome: { result: 'sent' }, retryMs: null };
  // The browser gave the subscription up, or its owner took the permission back.
  if (status === 404 || status === 410) return { outcome: { result: 'gone' }, retryMs: null };
  const mayPass = status === 429 || status >= 500;
  return {
    outcome: { result: 'failed', reason: String(status) },
    retryMs: mayPass ? (retryAfterMs ?? RETRY_MS) : null,
  };
}

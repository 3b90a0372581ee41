import type { InfernalDatabase } from '@/db/database';
import { changeSharing } from '@/db/sharing/changeSharing';
import { readSharing } from '@/db/sharing/readSharing';
import { createAnonymousClient } from '@/sync/client/client';
import type { Connection } from '@/sync/client/request';
import type { RequestFailure } from '@/sync/client/requestFailure';
import { connectTo } from '@/sync/connect';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';
import { deviceId } from './deviceId';
import { type FoundSubscription, type PushBrowser, pushBrowser } from './pushBrowser';

/*
 * The push subscription of this phone: the browser makes it, and the home server has it to ring the
 * phone. Whether this phone is to ring is in its `Sharing`; the subscription itself may end at any
 * time, because the browser or the push service says so.
 */

export interface SubscriptionContext {
  db: InfernalDatabase;
  keys: HouseholdKeys;
  phoneId: string;
  connection: Connection;
  browser?: PushBrowser;
}

/** Why this phone does not ring now. */
export type SubscribeFailure =
  | RequestFailure
  /** The home server is one that rings no phones. */
  | { kind: 'noPushKey' }
  /** The browser does not let this app show notifications. */
  | { kind: 'denied' }
  /** The push service of the browser did not answer, or there is none. */
  | { kind: 'pushRefused' }
  /** The home server does not send to the push service of this browser. */
  | { kind: 'hostRefused' }
  | { kind: 'storage' };

type Subscribed = { ok: true } | { ok: false; failure: SubscribeFailure };
const OK: Subscribed = { ok: true };
const fail = (failure: SubscribeFailure): Subscribed => ({ ok: false, failure });

/**
 * Lets this phone ring. The permission for notifications was asked for before, in the tap. If it
 * does not come to its end, nothing is left half done.
 */
export async function switchPagerOn(context: SubscriptionContext): Promise<Subscribed> {
  const { db, connection, browser = pushBrowser } = context;
  const health = await createAnonymousClient(connection).health();
  if (!health.ok) return fail(health.failure);
  const { pushKey } = health.value;
  if (pushKey === null) return fail({ kind: 'noPushKey' });
  const found = await browser.find();
  const subscribed = found && isFor(found, pushKey) ? await tell(context, found) : await subscribe(context, pushKey);
  if (!subscribed.ok) {
    await browser.unsubscribe();
    return subscribed;
  }
  return (await changeSharing(db, { rings: true })).ok ? OK : fail({ kind: 'storage' });
}

/**
 * Lets this phone ring no more. Without a network the server learns it when it next sends to the
 * subscription, which is over by then.
 */
export async function switchPagerOff(context: SubscriptionContext): Promise<Subscribed> {
  if (!(await changeSharing(context.db, { rings: false })).ok) return fail({ kind: 'storage' });
  await removeSubscription(context);
  return OK;
}

/** Ends the subscription, and lets the server forget it as far as it can be reached. */
export async function removeSubscription({
  keys,
  phoneId,
  connection,
  browser = pushBrowser,
}: SubscriptionContext): Promise<void> {
  await browser.unsubscribe();
  await connectTo(connection)(keys).deleteDevice(await deviceId(keys, phoneId));
}

/**
 * Looks whether a phone that is to ring still can, and mends it without a word: a subscription that
 * the browser has lost, or that the server no longer has because the push service ended it or the
 * household has moved, is made anew. Without the permission it is removed. What fails is tried
 * again at the next start. It never throws.
 */
export async function renewSubscription(context: SubscriptionContext): Promise<void> {
  try {
    await renew(context);
  } catch {
    // The storage or the browser failed, which nobody has asked for anything.
  }
}

async function renew(context: SubscriptionContext): Promise<void> {
  const { db, keys, phoneId, connection, browser = pushBrowser } = context;
  if (!(await readSharing(db))?.rings) return;
  if (browser.permission() !== 'granted') return removeSubscription(context);
  const health = await createAnonymousClient(connection).health();
  if (!health.ok || health.value.pushKey === null) return;
  const { pushKey } = health.value;
  const known = await connectTo(connection)(keys).getDevice(await deviceId(keys, phoneId));
  if (!known.ok && known.failure.kind !== 'notFound') return;
  const found = await browser.find();
  if (!found || !known.ok || !isFor(found, pushKey)) await subscribe(context, pushKey);
  else if (known.value.endpoint !== found.endpoint) await tell(context, found);
}

/** A new subscription, never the present one, with which something is wrong. */
async function subscribe(context: SubscriptionContext, pushKey: string): Promise<Subscribed> {
  const { browser = pushBrowser } = context;
  await browser.unsubscribe();
  let made: FoundSubscription;
  try {
    made = await browser.subscribe(pushKey);
  } catch (error) {
    const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
    return fail({ kind: isDenied ? 'denied' : 'pushRefused' });
  }
  return tell(context, made);
}

async function tell(
  { keys, phoneId, connection }: SubscriptionContext,
  { endpoint, p256dh, auth }: FoundSubscription,
): Promise<Subscribed> {
  const told = await connectTo(connection)(keys).putDevice(await deviceId(keys, phoneId), { endpoint, p256dh, auth });
  if (told.ok) return OK;
  const { failure } = told;
  return fail(failure.kind === 'serverFailed' && failure.status === 400 ? { kind: 'hostRefused' } : failure);
}

const isFor = (found: FoundSubscription, pushKey: string): boolean =>
  found.pushKey === null || found.pushKey === pushKey;

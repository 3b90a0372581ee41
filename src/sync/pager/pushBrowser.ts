import type { DeviceRequest } from '@/protocol/api';
import { toBase64url } from '@/sync/crypto/base64url';

/** A push subscription of this browser. */
export interface FoundSubscription extends DeviceRequest {
  /** The key of the server for which it was made, as base64url; null if the browser tells none. */
  pushKey: string | null;
}

/** What the browser does for the pager. Tests give another one. */
export interface PushBrowser {
  permission(): NotificationPermission;
  /** Returns the present subscription, null if there is none. It never throws. */
  find(): Promise<FoundSubscription | null>;
  /**
   * Subscribes for the server with this key.
   *
   * @throws DOMException `NotAllowedError` without the permission, another one if the push service
   *   of the browser does not answer, or if there is none.
   */
  subscribe(pushKey: string): Promise<FoundSubscription>;
  /** Ends the present subscription, if there is one. It never throws. */
  unsubscribe(): Promise<void>;
}

export const pushBrowser: PushBrowser = {
  permission: () => ('Notification' in globalThis ? Notification.permission : 'denied'),

  find: async () => {
    const subscription = await present();
    return subscription && described(subscription);
  },

  subscribe: async (pushKey) => {
    const manager = await pushManager();
    if (!manager) throw new DOMException('no push here', 'NotSupportedError');
    const subscription = await manager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
    const found = described(subscription);
    if (!found) throw new DOMException('a subscription without keys', 'AbortError');
    return found;
  },

  unsubscribe: async () => {
    const subscription = await present();
    await subscription?.unsubscribe().catch(() => false);
  },
};

/** Without a service worker, as in development, `ready` would never be. */
async function pushManager(): Promise<PushManager | null> {
  if (!('serviceWorker' in navigator) || !(await navigator.serviceWorker.getRegistration())) return null;
  return (await navigator.serviceWorker.ready).pushManager ?? null;
}

const present = (): Promise<PushSubscription | null> =>
  pushManager()
    .then((manager) => manager?.getSubscription() ?? null)
    .catch(() => null);

/** Null if the browser does not give the keys, without which nothing can be sealed for it. */
function described(subscription: PushSubscription): FoundSubscription | null {
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) return null;
  const { applicationServerKey } = subscription.options;
  return {
    endpoint,
    p256dh: withoutPadding(keys.p256dh),
    auth: withoutPadding(keys.auth),
    pushKey: applicationServerKey && toBase64url(new Uint8Array(applicationServerKey)),
  };
}

const withoutPadding = (text: string): string => text.replace(/=+$/, '');

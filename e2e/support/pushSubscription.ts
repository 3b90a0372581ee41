import type { BrowserContext } from '@playwright/test';
import { newSubscription, type Subscription } from '../../tests/server/support/subscription';

/**
 * Lets a phone subscribe at a push service on loopback: Chromium has none without a display. Only
 * what the browser says of its subscription is replaced. Returns the subscription it will have.
 *
 * @param origin of the push service
 */
export async function subscribeAt(context: BrowserContext, origin: string): Promise<Subscription> {
  await context.grantPermissions(['notifications']);
  const subscription = newSubscription(origin);
  const { endpoint, p256dh, auth } = subscription.request;
  await context.addInitScript(
    ([name, json]) => {
      const present = () => {
        const pushKey = localStorage.getItem(name);
        if (pushKey === null) return null;
        const bytes = atob(pushKey.replaceAll('-', '+').replaceAll('_', '/'));
        return {
          toJSON: () => JSON.parse(json),
          options: { applicationServerKey: Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer },
          unsubscribe: async () => {
            localStorage.removeItem(name);
            return true;
          },
        };
      };
      Object.assign(PushManager.prototype, {
        getSubscription: async () => present(),
        subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
          localStorage.setItem(name, applicationServerKey);
          return present();
        },
      });
    },
    ['test.subscription', JSON.stringify({ endpoint, keys: { p256dh, auth } })] as const,
  );
  return subscription;
}

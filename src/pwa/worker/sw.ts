import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { readClock } from '@/lib/clock';
import { SETTLE_ACTION } from '@/pwa/incidentNotification';
import { onSettleAction } from './onSettleAction';
import { openTonight } from './openTonight';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

/*
 * Keeps every file of one version and answers from there, network or not. It asks the network for nothing else: what
 * is not precached (another origin, a file of another version) is none of its business.
 */
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Every address of the app is its one page; the routes are in the hash.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// Only when the user has said so (src/pwa/serviceWorker.ts): never on its own, never under an open incident.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') self.skipWaiting();
});

// The page of the very first visit gets its worker at once, so that it is offline-ready without a second visit.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

// A notification of an open incident: its button resolves it from the lock screen, the rest of it leads to the app.
self.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  event.waitUntil(
    action === SETTLE_ACTION
      ? onSettleAction(self.registration, notification, readClock())
      : openTonight(self.clients, self.registration.scope),
  );
});

import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { readClock } from '@/lib/clock';
import { SETTLE_ACTION } from '@/pwa/incidentNotification';
import { onSettleAction } from './onSettleAction';
import { openTonight } from './openTonight';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

/*
 * Keeps all files of one version and answers requests from them, with or without a network. Files
 * that are not precached (of another origin or another version) are left to the browser.
 */
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// The app has one page; its routes are in the hash of the address.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// The new version takes over only when the user has asked for it (src/pwa/serviceWorker.ts), so
// never during an incident.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') self.skipWaiting();
});

// The worker takes control of the page of the very first visit at once, so that the app works
// offline without a second visit.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

// A tap on the notification's button resolves the incident from the lock screen; a tap elsewhere on
// it opens the app.
self.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  event.waitUntil(
    action === SETTLE_ACTION
      ? onSettleAction(self.registration, notification, readClock())
      : openTonight(self.clients, self.registration.scope),
  );
});

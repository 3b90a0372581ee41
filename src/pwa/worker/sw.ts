import { readClock } from '@/lib/clock';
import { SETTLE_ACTION } from '@/pwa/incidentNotification';
import { answer, isAnswered } from './answer';
import { installVersion } from './installVersion';
import { onPagerTap, onPush } from './onPush';
import { onSettleAction } from './onSettleAction';
import { onVersionMessage } from './onVersionMessage';
import { openTonight } from './openTonight';
import type { Ringer } from './Ringer';
import { isShare, receiveShare } from './receiveShare';
import { VersionKeeper } from './VersionKeeper';
import type { VersionFile } from './wholeFile';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: VersionFile[] };
/** The version, which the build inserts (build/publishVersion.ts). */
declare const __VERSION__: string;

const { scope } = self.registration;
const own = { version: __VERSION__, files: self.__WB_MANIFEST, scope };
const keeper = new VersionKeeper(own.version, self.caches, scope);
const load: typeof fetch = (...request) => fetch(...request);

// A version whose files are not all whole does not count as installed; the version before goes on.
self.addEventListener('install', (event) => {
  event.waitUntil(installVersion(own, self.caches, load));
});

// The worker takes control of the page of the very first visit at once, so that the app works
// offline without a second visit.
self.addEventListener('activate', (event) => {
  const isAlone = !self.registration.installing && !self.registration.waiting;
  event.waitUntil(Promise.all([keeper.tidy(isAlone).catch(() => {}), self.clients.claim()]));
});

// Answers the files of one version, with or without a network.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (isShare(request, scope)) return event.respondWith(receiveShare(request, scope, self.caches));
  if (!isAnswered(request, own)) return;
  event.respondWith(
    (async () => {
      // Without the storage of the facts, this version is answered like one that works.
      if (request.mode === 'navigate') await keeper.beginStart().catch(() => {});
      const versions = await keeper.versions().catch(() => [own.version]);
      return answer(request, { own, versions, caches: self.caches, load });
    })(),
  );
});

// A new version takes over only when the user has asked for it (src/pwa/followVersions.ts), so
// never during an incident.
self.addEventListener('message', (event) => {
  event.waitUntil(
    onVersionMessage(event.data, keeper, () => self.skipWaiting()).then((status) => {
      if (status) event.ports[0]?.postMessage(status);
    }),
  );
});

// The other phone pages, takes its page back, or tries whether this one rings.
self.addEventListener('push', (event) => {
  event.waitUntil(onPush(event.data, ringer()));
});

/** The other phones hear what the worker has written at once, although no page may be open. */
const onWritten = async () => {
  const { sendRows } = await import('./sendRows');
  await sendRows(self.location.origin, own.version);
};

const ringer = (): Ringer => ({
  registration: self.registration,
  origin: self.location.origin,
  now: readClock,
  hearRows: async () => {
    const { hearRows } = await import('./hearRows');
    await hearRows(self.location.origin, own.version);
  },
  sendRows: onWritten,
});

// A tap on a notification's button answers from the lock screen; a tap elsewhere on it opens the
// app.
self.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  event.waitUntil(
    (async () => {
      if (action === SETTLE_ACTION) return onSettleAction(self.registration, notification, readClock(), onWritten);
      if (await onPagerTap(action, notification, ringer())) return;
      return openTonight(self.clients, self.registration.scope);
    })(),
  );
});

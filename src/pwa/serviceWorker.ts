import { OPEN_TONIGHT } from './incidentNotification';

/** What the app wants to know about its own versions. */
export interface UpdateListener {
  /** A new version waits. It waits until `apply` is called, for as long as it takes: never during an incident. */
  onUpdateReady(apply: () => void): void;
  /** Another window has moved on to the new version; this one still runs the old one. */
  onUpdatedElsewhere(): void;
  /** Everything needed without a network has been kept, for the first time. */
  onOfflineReady(): void;
}

/**
 * Registers the service worker and follows its versions. Nothing here reloads or updates by itself: the user chooses.
 * Silently nothing where there are no service workers (http on a home network).
 */
export async function registerServiceWorker(listener: UpdateListener): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const isFirstVisit = serviceWorker.controller === null;
  let wasControlled = !isFirstVisit;
  let isApplying = false;

  serviceWorker.addEventListener('controllerchange', () => {
    // On the very first visit the worker takes over a page that is of its own version.
    const changedVersion = wasControlled;
    wasControlled = true;
    if (isApplying) location.reload();
    else if (changedVersion) listener.onUpdatedElsewhere();
  });

  let registration: ServiceWorkerRegistration;
  try {
    registration = await serviceWorker.register('./sw.js', { updateViaCache: 'none' });
  } catch {
    // Refused by the browser's settings: the app works, but only with a network.
    return;
  }

  const offerUpdate = (worker: ServiceWorker) =>
    listener.onUpdateReady(() => {
      isApplying = true;
      worker.postMessage({ type: 'SKIP_WAITING' });
    });

  const watchWorker = (worker: ServiceWorker) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active) offerUpdate(worker);
      if (worker.state === 'activated' && isFirstVisit && !isApplying) listener.onOfflineReady();
    });
  };

  if (registration.waiting && registration.active) offerUpdate(registration.waiting);
  if (registration.installing) watchWorker(registration.installing);
  registration.addEventListener('updatefound', () => registration.installing && watchWorker(registration.installing));

  // A home-screen app is seldom loaded and often looked at.
  const checkForUpdate = () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  };
  checkForUpdate();
  document.addEventListener('visibilitychange', checkForUpdate);
  addEventListener('pageshow', checkForUpdate);
}

/** Somebody has tapped a notification: its worker asks this window for Tonight. */
export function onOpenTonightRequest(listener: () => void): () => void {
  if (!('serviceWorker' in navigator)) return () => {};
  const { serviceWorker } = navigator;
  const onMessage = ({ data }: MessageEvent<{ type?: unknown } | null>) => {
    if (data?.type === OPEN_TONIGHT) listener();
  };
  serviceWorker.addEventListener('message', onMessage);
  return () => serviceWorker.removeEventListener('message', onMessage);
}

const RELOADED_KEY = 'infernalops.reloaded';

/**
 * A chunk that is gone was replaced by a newer version on the server: loading the page anew gets it. Once, and only with a
 * network: without one a reload could only lose the screen that is there.
 */
export function reloadOnPreloadError(): void {
  addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || sessionStorage.getItem(RELOADED_KEY)) return;
    event.preventDefault();
    sessionStorage.setItem(RELOADED_KEY, '1');
    location.reload();
  });
}

import { OPEN_TONIGHT } from './incidentNotification';

/** The events about versions that the app listens for. */
export interface UpdateListener {
  /**
   * A new version is ready. It waits until `apply` is called, however long that takes: an update
   * must never happen during an incident.
   */
  onUpdateReady(apply: () => void): void;
  /** Another tab has updated to the new version; this one still runs the old version. */
  onUpdatedInOtherTab(): void;
  /** All files needed without a network are kept for the first time. */
  onOfflineReady(): void;
}

/**
 * Registers the service worker and follows its versions. It never reloads or updates without being
 * asked: the user decides. Does nothing where there are no service workers (http on a home
 * network).
 */
export async function registerServiceWorker(listener: UpdateListener): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const isFirstVisit = serviceWorker.controller === null;
  let wasControlled = !isFirstVisit;
  let isApplying = false;

  serviceWorker.addEventListener('controllerchange', () => {
    // On the very first visit the worker takes control of a page of its own version.
    const changedVersion = wasControlled;
    wasControlled = true;
    if (isApplying) location.reload();
    else if (changedVersion) listener.onUpdatedInOtherTab();
  });

  let registration: ServiceWorkerRegistration;
  try {
    registration = await serviceWorker.register('./sw.js', { updateViaCache: 'none' });
  } catch {
    // The browser's settings forbid it: the app works, but only with a network.
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

  // A home-screen app is seldom loaded but often shown.
  const checkForUpdate = () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  };
  checkForUpdate();
  document.addEventListener('visibilitychange', checkForUpdate);
  addEventListener('pageshow', checkForUpdate);
}

/**
 * Calls the listener when the worker asks this window to show Tonight, because somebody tapped a
 * notification. Returns a function that removes the listener.
 */
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
 * Reloads the page if a chunk cannot be loaded: a newer version has replaced it on the server. This
 * happens once, and only with a network, because a reload without one would lose the present
 * screen.
 */
export function reloadOnPreloadError(): void {
  addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || sessionStorage.getItem(RELOADED_KEY)) return;
    event.preventDefault();
    sessionStorage.setItem(RELOADED_KEY, '1');
    location.reload();
  });
}

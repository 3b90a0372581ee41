import { isWholeOnHost, readPublishedVersion, workerOf } from './publishedVersion';
import { askWorker } from './versionMessages';

/** The events about versions that the app listens for. */
export interface VersionListener {
  /**
   * A new version is ready. It waits until `apply` is called, however long that takes: an update
   * must never happen during an incident.
   */
  onUpdateReady(apply: () => void): void;
  /** Another tab has updated to the new version; this one still runs the old version. */
  onUpdatedInOtherTab(): void;
  /** All files needed without a network are kept for the first time. */
  onOfflineReady(): void;
  /** The new version did not start, and this is the one before. */
  onHandedBack(tryAgain: () => void): void;
}

/** How soon the host is asked again for a worker in place of one that does nothing. */
const HEAL_EVERY_MS = 30_000;

/**
 * Registers the service worker and follows its versions. It never reloads or updates without being
 * asked: the user decides. Does nothing where there are no service workers (http on a home network)
 * and in development.
 *
 * A worker is registered only under a name of its own, and only after the host has sent it whole:
 * the browser takes an empty script for a worker that does nothing, which would then take over at
 * the next start. If that happens all the same, because the host answers the name of a running
 * worker with nothing, the host is asked again until it sends a whole one.
 */
export async function followVersions(listener: VersionListener): Promise<void> {
  const version = document.querySelector<HTMLElement>('script[data-version]')?.dataset.version;
  if (!('serviceWorker' in navigator) || !version) return;
  const { serviceWorker } = navigator;
  const ask = (worker: ServiceWorker, type: 'WHO' | 'TRY_AGAIN') => askWorker(worker, { type, version });
  const isFirstVisit = serviceWorker.controller === null;
  let isApplying = false;

  /** Compares the version that is answered from now on with the one of this page. */
  const compareWithController = async () => {
    const { controller } = serviceWorker;
    const status = controller && (await ask(controller, 'WHO'));
    if (!status) return;
    if (status.next !== version) listener.onUpdatedInOtherTab();
    else if (status.handedBack) listener.onHandedBack(() => ask(controller, 'TRY_AGAIN').then(() => location.reload()));
  };
  serviceWorker.addEventListener('controllerchange', () => {
    if (isApplying) location.reload();
    else compareWithController();
  });
  compareWithController();

  const registration = await findOrRegister(version);
  if (!registration) return;
  /** Workers that gave no answer: they do nothing. */
  const duds = new WeakSet<ServiceWorker>();

  const judge = async (worker: ServiceWorker) => {
    const status = await ask(worker, 'WHO');
    const { active } = registration;
    if (!status) {
      duds.add(worker);
      return checkHost();
    }
    if (worker === active || worker !== registration.waiting) return;
    const present = active && !duds.has(active) ? await ask(active, 'WHO') : null;
    // Nothing is lost if a whole worker replaces one that does nothing: no page depends on it.
    if (active && duds.has(active)) worker.postMessage({ type: 'SKIP_WAITING', version });
    // The same worker under another name is no update.
    else if (present?.version !== status.version)
      listener.onUpdateReady(() => {
        isApplying = true;
        worker.postMessage({ type: 'SKIP_WAITING', version });
      });
  };

  const watchInstalling = () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') judge(installing);
      if (installing.state === 'activated' && isFirstVisit && !isApplying) listener.onOfflineReady();
    });
  };

  let healing: ReturnType<typeof setTimeout> | undefined;
  // A home-screen app is seldom loaded but often shown.
  const checkHost = async () => {
    clearTimeout(healing);
    if (document.visibilityState !== 'visible') return;
    const published = await readPublishedVersion();
    const newest = registration.installing ?? registration.waiting ?? registration.active;
    const isDud = newest !== null && duds.has(newest);
    if (isDud) healing = setTimeout(checkHost, HEAL_EVERY_MS);
    const isNamed = (file: string) => newest?.scriptURL === new URL(file, registration.scope).href;
    // The newest worker is on the host under two names.
    const names = published ? [published.worker, ...(isDud ? ['sw.js'] : [])] : [];
    for (const name of names) {
      if (isNamed(name) || !published || !(await isWholeOnHost(name, published.integrity))) continue;
      await register(name);
      return;
    }
    if (isDud) await registration.update().catch(() => {});
  };

  watchInstalling();
  registration.addEventListener('updatefound', watchInstalling);
  for (const worker of [registration.active, registration.waiting]) if (worker) judge(worker);
  checkHost();
  document.addEventListener('visibilitychange', checkHost);
  addEventListener('pageshow', checkHost);
  addEventListener('online', checkHost);
}

/**
 * Returns the registration of this folder, or registers the worker of this version. A registration
 * of a folder above it belongs to another app. Null if the browser or the host refuses.
 */
async function findOrRegister(version: string): Promise<ServiceWorkerRegistration | null> {
  const scope = new URL('./', location.href).href;
  const found = await navigator.serviceWorker.getRegistration(scope).catch(() => undefined);
  return found?.scope === scope ? found : register(workerOf(version));
}

/** The bytes that were found whole may come from the browser's cache, so it is not passed by. */
const register = (script: string): Promise<ServiceWorkerRegistration | null> =>
  navigator.serviceWorker.register(`./${script}`, { updateViaCache: 'all' }).catch(() => null);

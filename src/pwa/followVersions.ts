import { workerOf } from './publishedVersion';
import { askWorker } from './versionMessages';
import { registerWorker, WorkerWatch } from './WorkerWatch';

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

/**
 * Registers the service worker and follows its versions. It never reloads or updates without being
 * asked: the user decides. Does nothing where there are no service workers (http on a home network)
 * and in development.
 */
export async function followVersions(listener: VersionListener): Promise<void> {
  const version = document.querySelector<HTMLElement>('script[data-version]')?.dataset.version;
  if (!('serviceWorker' in navigator) || !version) return;
  const { serviceWorker } = navigator;
  const isFirstVisit = serviceWorker.controller === null;
  let isApplying = false;

  /** Compares the version that is answered from now on with the one of this page. */
  const compareWithController = async () => {
    const { controller } = serviceWorker;
    const status = controller && (await askWorker(controller, { type: 'WHO', version }));
    if (!status) return;
    if (status.next !== version) listener.onUpdatedInOtherTab();
    else if (status.handedBack)
      listener.onHandedBack(() => askWorker(controller, { type: 'TRY_AGAIN', version }).then(() => location.reload()));
  };
  serviceWorker.addEventListener('controllerchange', () => {
    if (isApplying) location.reload();
    else compareWithController();
  });
  compareWithController();

  const registration = await findOrRegister(version);
  if (!registration) return;
  const watch = new WorkerWatch(registration, version, {
    onWaiting: (takeOver) =>
      listener.onUpdateReady(() => {
        isApplying = true;
        takeOver();
      }),
    onActivated: () => {
      if (isFirstVisit && !isApplying) listener.onOfflineReady();
    },
  });
  watch.start();
  // A home-screen app is seldom loaded but often shown.
  const check = () => {
    if (document.visibilityState === 'visible') watch.checkHost();
  };
  check();
  document.addEventListener('visibilitychange', check);
  addEventListener('pageshow', check);
  addEventListener('online', check);
}

/**
 * Returns the registration of this folder, or registers the worker of this version. A registration
 * of a folder above it belongs to another app. Null if the browser or the host refuses.
 */
async function findOrRegister(version: string): Promise<ServiceWorkerRegistration | null> {
  const scope = new URL('./', location.href).href;
  const found = await navigator.serviceWorker.getRegistration(scope).catch(() => undefined);
  return found?.scope === scope ? found : registerWorker(workerOf(version));
}

/* Chromium's install prompt, not in TypeScript's DOM: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

/** How the app can come to the home screen: it is there; the browser offers it; by hand on iOS; not from here. */
export type InstallState = 'installed' | 'promptable' | 'ios' | 'unavailable';

let deferredPrompt: InstallPromptEvent | null = null;
let isInstalled = false;
const listeners = new Set<() => void>();

const notifyListeners = () => {
  for (const listener of listeners) listener();
};

/** The offer comes once, early, and is gone if nobody listens: call this before the first frame. */
export function listenForInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    deferredPrompt = event as InstallPromptEvent;
    notifyListeners();
  });
  addEventListener('appinstalled', () => {
    deferredPrompt = null;
    isInstalled = true;
    notifyListeners();
  });
}

/** For `useSyncExternalStore`, with {@link installState}. */
export function subscribeToInstallState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function installState(): InstallState {
  if (isInstalled || isStandalone()) return 'installed';
  if (deferredPrompt) return 'promptable';
  return isIos() ? 'ios' : 'unavailable';
}

/** Shows the browser's own dialog. It can be shown once. */
export async function promptInstall(): Promise<void> {
  await deferredPrompt?.prompt();
  deferredPrompt = null;
  notifyListeners();
}

const isStandalone = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);

/** An iPad says it is a Mac; only a Mac has no touch screen. */
const isIos = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

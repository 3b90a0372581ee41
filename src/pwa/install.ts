/*
 * Chromium's install prompt is missing in TypeScript's DOM types:
 * https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent
 */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

/**
 * How the app can be installed on the home screen: it is already; the browser offers a dialog; by
 * hand on iOS; not in this browser.
 */
export type InstallState = 'installed' | 'promptable' | 'ios' | 'unavailable';

let deferredPrompt: InstallPromptEvent | null = null;
let isInstalled = false;
const listeners = new Set<() => void>();

const notifyListeners = () => {
  for (const listener of listeners) listener();
};

/**
 * Listens for the browser's offer to install. It comes once and early, so this must be called
 * before the first frame.
 */
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

/** The subscription for `useSyncExternalStore`, together with {@link installState}. */
export function subscribeToInstallState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Returns how the app can be installed now. */
export function installState(): InstallState {
  if (isInstalled || isStandalone()) return 'installed';
  if (deferredPrompt) return 'promptable';
  return isIos() ? 'ios' : 'unavailable';
}

/** Shows the browser's install dialog. The browser allows this once. */
export async function promptInstall(): Promise<void> {
  await deferredPrompt?.prompt();
  deferredPrompt = null;
  notifyListeners();
}

const isStandalone = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);

/** An iPad reports that it is a Mac, but a Mac has no touch screen. */
const isIos = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

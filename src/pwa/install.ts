import { installOffer } from './installOffer';

/**
 * How the app can be installed on the home screen: it is already; the browser offers a dialog; by
 * hand on iOS; not in this browser.
 */
export type InstallState = 'installed' | 'promptable' | 'ios' | 'unavailable';

/** The subscription for `useSyncExternalStore`, together with {@link installState}. */
export function subscribeToInstallState(listener: () => void): () => void {
  installOffer.listeners.add(listener);
  return () => installOffer.listeners.delete(listener);
}

/** Returns how the app can be installed now. */
export function installState(): InstallState {
  if (installOffer.isInstalled || isStandalone()) return 'installed';
  if (installOffer.prompt) return 'promptable';
  return isIos() ? 'ios' : 'unavailable';
}

/** Shows the browser's install dialog. The browser allows this once. */
export async function promptInstall(): Promise<void> {
  await installOffer.prompt?.prompt();
  installOffer.change({ prompt: null });
}

const isStandalone = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);

/** An iPad reports that it is a Mac, but a Mac has no touch screen. */
const isIos = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

import { OPEN_TONIGHT } from '@/pwa/incidentNotification';

/** The part of the worker's `clients` that is used. */
interface WindowClients {
  matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly AppWindow[]>;
  openWindow(url: string): Promise<unknown>;
}
interface AppWindow {
  url: string;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}

/**
 * Shows Tonight in the most recently used window of the app, or in a new one. The browser lists all
 * windows of the origin, which on `user.github.io` includes other people's projects.
 */
export async function openTonight(windows: WindowClients, scope: string): Promise<void> {
  const openWindows = await windows.matchAll({ type: 'window', includeUncontrolled: true });
  const latest = openWindows.find(({ url }) => url.startsWith(scope));
  if (!latest) {
    await windows.openWindow(new URL('#/', scope).href);
    return;
  }
  // The window gets a message instead of a new address, so that the page is not reloaded while
  // somebody is awake.
  latest.postMessage({ type: OPEN_TONIGHT });
  await latest.focus();
}

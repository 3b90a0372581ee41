import { OPEN_TONIGHT } from '@/pwa/incidentNotification';

/** What is asked of the worker's `clients`. */
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
 * Brings Tonight to the front: in the app's window that was looked at last, else in a new one. The browser tells of every window of
 * the origin, which on `user.github.io` is other people's work as well.
 */
export async function openTonight(windows: WindowClients, scope: string): Promise<void> {
  const openWindows = await windows.matchAll({ type: 'window', includeUncontrolled: true });
  const latest = openWindows.find(({ url }) => url.startsWith(scope));
  if (!latest) {
    await windows.openWindow(new URL('#/', scope).href);
    return;
  }
  // Asked to go there rather than sent: the page is not loaded anew while somebody is awake.
  latest.postMessage({ type: OPEN_TONIGHT });
  await latest.focus();
}

import { OPEN_TONIGHT } from '@/pwa/incidentNotice';

/** Brings Tonight to the front: in the window that was looked at last, else in a new one. */
export async function openTonight(clients: Clients, scope: string): Promise<void> {
  const [window] = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!window) {
    await clients.openWindow(new URL('#/', scope).href);
    return;
  }
  await window.focus();
  // Asked to go there rather than sent: the page is not loaded anew while somebody is awake.
  window.postMessage({ type: OPEN_TONIGHT });
}

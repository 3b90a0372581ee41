/** Whether a notification can have a button here, and outlive the page: neither Safari nor Firefox has buttons on a phone. */
export const supportsNotificationActions = (): boolean =>
  'Notification' in globalThis &&
  'serviceWorker' in navigator &&
  'maxActions' in Notification &&
  Number(Notification.maxActions) > 0;

const listeners = new Set<() => void>();
const notifyListeners = () => {
  for (const listener of listeners) listener();
};
let isWatching = false;

/** For `useSyncExternalStore`, with {@link readNotificationPermission}: it also changes in the browser's own settings. */
export function subscribeToPermission(listener: () => void): () => void {
  listeners.add(listener);
  if (!isWatching) {
    isWatching = true;
    navigator.permissions
      ?.query({ name: 'notifications' })
      .then((status) => status.addEventListener('change', notifyListeners))
      .catch(() => {});
  }
  return () => listeners.delete(listener);
}

export const readNotificationPermission = (): NotificationPermission =>
  'Notification' in globalThis ? Notification.permission : 'denied';

/** The browser asks once: this belongs to a tap that says why, by day. */
export async function requestNotificationPermission(): Promise<NotificationPermission> {
  const permission = await Notification.requestPermission().catch(() => Notification.permission);
  notifyListeners();
  return permission;
}

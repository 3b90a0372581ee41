/**
 * Returns whether a notification can have a button here and outlive the page. On phones neither
 * Safari nor Firefox shows buttons.
 */
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

/**
 * The subscription for `useSyncExternalStore`, together with {@link readNotificationPermission}.
 * The permission also changes in the browser's own settings.
 */
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

/** Returns the present permission; 'denied' if the browser has no notifications. */
export const readNotificationPermission = (): NotificationPermission =>
  'Notification' in globalThis ? Notification.permission : 'denied';

/**
 * Asks the user for the permission and returns the answer. The browser asks only once, so this must
 * follow a tap, by day, on something that explains the reason.
 */
export async function requestNotificationPermission(): Promise<NotificationPermission> {
  const permission = await Notification.requestPermission().catch(() => Notification.permission);
  notifyListeners();
  return permission;
}

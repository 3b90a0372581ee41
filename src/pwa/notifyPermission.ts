/** Whether a notification can have a button here, and outlive the page: neither Safari nor Firefox has buttons on a phone. */
export const canNotify = (): boolean =>
  'Notification' in globalThis &&
  'serviceWorker' in navigator &&
  'maxActions' in Notification &&
  Number(Notification.maxActions) > 0;

const listeners = new Set<() => void>();
const changed = () => {
  for (const listener of listeners) listener();
};
let watching = false;

/** For `useSyncExternalStore`, with {@link notifyPermission}: it also changes in the browser's own settings. */
export function onPermissionChange(listener: () => void): () => void {
  listeners.add(listener);
  if (!watching) {
    watching = true;
    navigator.permissions
      ?.query({ name: 'notifications' })
      .then((status) => status.addEventListener('change', changed))
      .catch(() => {});
  }
  return () => listeners.delete(listener);
}

export const notifyPermission = (): NotificationPermission =>
  'Notification' in globalThis ? Notification.permission : 'denied';

/** The browser asks once: this belongs to a tap that says why, by day. */
export async function askToNotify(): Promise<NotificationPermission> {
  const permission = await Notification.requestPermission().catch(() => Notification.permission);
  changed();
  return permission;
}

import type { Instant } from '@/lib/time';
import { parseIncidentNotification, showIncidentNotification } from '@/pwa/incidentNotification';

/** "Asleep again" on a notification: once it is written, or was over, the notification goes; else it says that it was not. */
export async function onSettleAction(
  registration: ServiceWorkerRegistration,
  notification: Notification,
  now: Instant,
): Promise<void> {
  const notice = parseIncidentNotification(notification);
  if (!notice) return notification.close();
  // Kept in the worker's one file, but not run before it is wanted: the worker stands in front of every start of the app.
  const { resolveFromNotification } = await import('./resolveFromNotification');
  const result = await resolveFromNotification({ ...notice, now });
  if (result === 'notWritten') await showIncidentNotification(registration, notice, notice.notWritten);
  else notification.close();
}

import type { Instant } from '@/lib/time';
import { parseIncidentNotification, showIncidentNotification } from '@/pwa/incidentNotification';

/**
 * Handles a tap on "Asleep again". If the incident is resolved, now or already before, the
 * notification is closed. Otherwise the notification says that the tap was not written.
 *
 * @param onWritten is called once the entry is on disk and the notification is closed; it must not
 *   reject
 */
export async function onSettleAction(
  registration: ServiceWorkerRegistration,
  notification: Notification,
  now: Instant,
  onWritten: () => Promise<void>,
): Promise<void> {
  const notice = parseIncidentNotification(notification);
  if (!notice) return notification.close();
  // This code is in the worker's only file, but runs only when it is needed: every start of the app
  // waits for the worker.
  const { resolveFromNotification } = await import('./resolveFromNotification');
  const result = await resolveFromNotification({ ...notice, now });
  if (result === 'notWritten') await showIncidentNotification(registration, notice, notice.notWritten);
  else notification.close();
  if (result === 'written') await onWritten();
}

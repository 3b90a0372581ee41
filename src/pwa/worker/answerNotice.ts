import type { Instant } from '@/lib/time';
import { noticeOf, showNotice } from '@/pwa/incidentNotice';

/** "Asleep again" on a notification: once it is written, or was over, the notification goes; else it says that it was not. */
export async function answerNotice(
  registration: ServiceWorkerRegistration,
  notification: Notification,
  now: Instant,
): Promise<void> {
  const notice = noticeOf(notification);
  if (!notice) return notification.close();
  // Kept in the worker's one file, but not run before it is wanted: the worker stands in front of every start of the app.
  const { settle } = await import('./settle');
  const settled = await settle({ ...notice, now });
  if (settled === 'notWritten') await showNotice(registration, notice, notice.notWritten);
  else notification.close();
}

import { type IncidentNotification, parseIncidentNotification, showIncidentNotification } from './incidentNotification';

/**
 * The notifications that this page has shown, as JSON by incident. One that the user swiped away is
 * therefore not shown again with the next change of the log.
 */
const shown = new Map<string, string>();

let wanted: readonly IncidentNotification[] = [];
let runningSync: Promise<void> | null = null;

/**
 * Makes the phone's notifications of incidents equal to these. They are compared with those shown
 * now, because another window, the worker, or this page before a reload may have changed them. Does
 * nothing without the permission.
 */
export function syncNotifications(notices: readonly IncidentNotification[]): Promise<void> {
  wanted = notices;
  runningSync ??= syncUntilLatest().finally(() => {
    runningSync = null;
  });
  return runningSync;
}

/**
 * Only one synchronization runs at a time, and the latest request wins: a wake-up may be over
 * before its notification is shown.
 */
async function syncUntilLatest(): Promise<void> {
  let synced: readonly IncidentNotification[];
  do {
    synced = wanted;
    // The browser may have withdrawn the permission in the meantime. The app works without
    // notifications.
    await syncOnce(synced).catch(() => {});
  } while (synced !== wanted);
}

async function syncOnce(notices: readonly IncidentNotification[]): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  const existing = await registration.getNotifications();
  const open = new Set(notices.map(({ incidentId }) => incidentId));
  for (const notification of existing)
    if (parseIncidentNotification(notification) && !open.has(notification.tag)) notification.close();
  for (const incidentId of shown.keys()) if (!open.has(incidentId)) shown.delete(incidentId);

  if (Notification.permission !== 'granted') return;
  for (const notice of notices) {
    const serialized = JSON.stringify(notice);
    if (shown.get(notice.incidentId) === serialized) continue;
    const current = existing.find(({ tag }) => tag === notice.incidentId);
    if (current?.body !== notice.body || JSON.stringify(current.data) !== serialized)
      await showIncidentNotification(registration, notice);
    shown.set(notice.incidentId, serialized);
  }
}

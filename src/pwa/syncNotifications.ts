import { type IncidentNotification, parseIncidentNotification, showIncidentNotification } from './incidentNotification';

/**
 * The notifications that this page has shown, as JSON by incident. One that the user swiped away is
 * therefore not shown again with the next change of the log.
 */
const shownNotices = new Map<string, string>();

let requestedNotices: readonly IncidentNotification[] = [];
let runningSync: Promise<void> | null = null;

/**
 * Makes the phone's notifications of incidents equal to these. They are compared with those shown
 * now, because another window, the worker, or this page before a reload may have changed them. Does
 * nothing without the permission.
 */
export function syncNotifications(notices: readonly IncidentNotification[]): Promise<void> {
  requestedNotices = notices;
  runningSync ??= syncUntilLatest().finally(() => {
    runningSync = null;
  });
  return runningSync;
}

/**
 * Synchronizes until no newer request has arrived in the meantime: a wake-up may be over before its
 * notification is shown.
 */
async function syncUntilLatest(): Promise<void> {
  let syncedNotices: readonly IncidentNotification[];
  do {
    syncedNotices = requestedNotices;
    // The browser may have withdrawn the permission in the meantime. The app works without
    // notifications.
    await syncOnce(syncedNotices).catch(() => {});
  } while (syncedNotices !== requestedNotices);
}

async function syncOnce(notices: readonly IncidentNotification[]): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  const existing = await registration.getNotifications();
  const openIncidentIds = new Set(notices.map(({ incidentId }) => incidentId));
  for (const notification of existing)
    if (parseIncidentNotification(notification) && !openIncidentIds.has(notification.tag)) notification.close();
  for (const incidentId of shownNotices.keys()) if (!openIncidentIds.has(incidentId)) shownNotices.delete(incidentId);

  if (Notification.permission !== 'granted') return;
  for (const notice of notices) {
    const serialized = JSON.stringify(notice);
    if (shownNotices.get(notice.incidentId) === serialized) continue;
    const current = existing.find(({ tag }) => tag === notice.incidentId);
    if (current?.body !== notice.body || JSON.stringify(current.data) !== serialized)
      await showIncidentNotification(registration, notice);
    shownNotices.set(notice.incidentId, serialized);
  }
}

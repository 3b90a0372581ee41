import { type IncidentNotification, parseIncidentNotification, showIncidentNotification } from './incidentNotification';

/** What this page has shown, by incident: one that was swiped away is not brought back by the next change of the log. */
const shown = new Map<string, string>();

let wanted: readonly IncidentNotification[] = [];
let runningSync: Promise<void> | null = null;

/**
 * Sees to it that the shade holds these notifications of ours and no others. Compared with what lies there, because another
 * window, the worker or the page before a reload may have seen to it already. Silently nothing without the permission.
 */
export function syncNotifications(notices: readonly IncidentNotification[]): Promise<void> {
  wanted = notices;
  runningSync ??= syncUntilLatest().finally(() => {
    runningSync = null;
  });
  return runningSync;
}

/** One at a time, and the latest wish last: a wake-up may be over before its notification is there. */
async function syncUntilLatest(): Promise<void> {
  let synced: readonly IncidentNotification[];
  do {
    synced = wanted;
    // Taken back by the browser in the meantime: a notification is an extra.
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

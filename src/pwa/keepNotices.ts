import { type IncidentNotice, noticeOf, showNotice } from './incidentNotice';

/** What this page has shown, by incident: one that was swiped away is not brought back by the next change of the log. */
const shown = new Map<string, string>();

let wanted: readonly IncidentNotice[] = [];
let working: Promise<void> | null = null;

/**
 * Sees to it that the shade holds these notifications of ours and no others. Compared with what lies there, because another
 * window, the worker or the page before a reload may have seen to it already. Silently nothing without the permission.
 */
export function keepNotices(notices: readonly IncidentNotice[]): Promise<void> {
  wanted = notices;
  working ??= keepUp().finally(() => {
    working = null;
  });
  return working;
}

/** One at a time, and the latest wish last: a wake-up may be over before its notification is there. */
async function keepUp(): Promise<void> {
  let kept: readonly IncidentNotice[];
  do {
    kept = wanted;
    // Taken back by the browser in the meantime: a notification is an extra.
    await keep(kept).catch(() => {});
  } while (kept !== wanted);
}

async function keep(notices: readonly IncidentNotice[]): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  const lying = await registration.getNotifications();
  const open = new Set(notices.map(({ incidentId }) => incidentId));
  for (const notification of lying) if (noticeOf(notification) && !open.has(notification.tag)) notification.close();
  for (const incidentId of shown.keys()) if (!open.has(incidentId)) shown.delete(incidentId);

  if (Notification.permission !== 'granted') return;
  for (const notice of notices) {
    const said = JSON.stringify(notice);
    if (shown.get(notice.incidentId) === said) continue;
    const there = lying.find(({ tag }) => tag === notice.incidentId);
    if (there?.body !== notice.body || JSON.stringify(there.data) !== said) await showNotice(registration, notice);
    shown.set(notice.incidentId, said);
  }
}

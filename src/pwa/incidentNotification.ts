/*
 * The page and the service worker share this file. The page writes the texts of a notification; the
 * worker, which has no translations, reacts to taps on it.
 */

/**
 * The content of a notification about one open incident: its texts, and the data that its button
 * needs later, when perhaps no page is open.
 */
export interface IncidentNotification {
  incidentId: string;
  title: string;
  body: string;
  /** The label of the button, "Asleep again". */
  settle: string;
  /** Replaces the body if the tap on the button could not be written. */
  notWritten: string;
  detectedAt: number;
  /** The caregiver who is logged as having resolved the incident if nobody is known to be up. */
  holderId: string | null;
}

export const SETTLE_ACTION = 'settle';

/**
 * The message with which the worker asks a window to show Tonight, when the notification itself is
 * tapped.
 */
export const OPEN_TONIGHT = 'OPEN_TONIGHT';

/*
 * TypeScript's DOM types lack these:
 * https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/showNotification
 */
interface FullNotificationOptions extends NotificationOptions {
  actions: { action: string; title: string }[];
  timestamp: number;
  renotify: boolean;
}

/**
 * Shows the notification silently, in place of an earlier one for the same incident. The person it
 * is for is already awake.
 */
export function showIncidentNotification(
  registration: ServiceWorkerRegistration,
  notice: IncidentNotification,
  body = notice.body,
): Promise<void> {
  const options: FullNotificationOptions = {
    tag: notice.incidentId,
    body,
    icon: 'icons/icon-192.png',
    badge: 'icons/badge-96.png',
    timestamp: notice.detectedAt,
    requireInteraction: true,
    silent: true,
    renotify: false,
    actions: [{ action: SETTLE_ACTION, title: notice.settle }],
    data: notice,
  };
  return registration.showNotification(notice.title, options);
}

/**
 * Returns the data of a notification; null if it is not about an incident, or if an older version
 * of the app showed it with less data.
 */
export function parseIncidentNotification({ data }: Notification): IncidentNotification | null {
  return isIncidentNotification(data) ? data : null;
}

const STRING_FIELDS = ['incidentId', 'title', 'body', 'settle', 'notWritten'] as const;

function isIncidentNotification(data: unknown): data is IncidentNotification {
  if (typeof data !== 'object' || data === null) return false;
  const fields: Partial<Record<keyof IncidentNotification, unknown>> = data;
  return (
    STRING_FIELDS.every((name) => typeof fields[name] === 'string') &&
    typeof fields.detectedAt === 'number' &&
    (fields.holderId === null || typeof fields.holderId === 'string')
  );
}

/* Shared by the page, which says what a notification says, and the worker, which answers it and knows no language. */

/** A notification of one open incident: everything on it, and everything its button needs later, when no page may be open. */
export interface IncidentNotification {
  incidentId: string;
  title: string;
  body: string;
  /** The button: "Asleep again". */
  settle: string;
  /** Said in place of the body if the button's tap could not be written. */
  notWritten: string;
  detectedAt: number;
  /** Who settled it if nobody is known to be up. */
  holderId: string | null;
}

export const SETTLE_ACTION = 'settle';

/** What the worker asks of a window when the notification itself is tapped. */
export const OPEN_TONIGHT = 'OPEN_TONIGHT';

/* Not in TypeScript's DOM: https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/showNotification */
interface FullNotificationOptions extends NotificationOptions {
  actions: { action: string; title: string }[];
  timestamp: number;
  renotify: boolean;
}

/** Shows it without a sound or a buzz, in place of the one there was: whoever is meant is awake already. */
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

/** What a notification carries; null if it is none of an incident, or of a version that carried less. */
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

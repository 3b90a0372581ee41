/* The page and the service worker share this file. */

export const UP_ACTION = 'pageUp';
export const CANNOT_ACTION = 'pageCannot';

/** What a tap on the notification of a page needs, when perhaps no window is open. */
export interface PageNotice {
  kind: 'page';
  incidentId: string;
  pageId: string;
  sentAt: number;
  /** The caregiver who is paged. */
  to: string;
  title: string;
  notWritten: string;
}

/** What a tap on the notification of a test needs. */
export interface TestNotice {
  kind: 'test';
  testId: string;
}

/*
 * TypeScript's DOM types lack these:
 * https://developer.mozilla.org/docs/Web/API/ServiceWorkerRegistration/showNotification
 */
interface FullNotificationOptions extends NotificationOptions {
  actions?: { action: string; title: string }[];
  timestamp?: number;
  renotify?: boolean;
  vibrate?: number[];
}

const LOOK = { icon: 'icons/icon-192.png', badge: 'icons/badge-96.png' };

/** One notification a page, whatever is said in it: a later one replaces the earlier one. */
export const tagOfPage = (pageId: string): string => `page ${pageId}`;

type Show = (title: string, options: FullNotificationOptions) => Promise<void>;
const showIn =
  (registration: ServiceWorkerRegistration): Show =>
  (title, options) =>
    registration.showNotification(title, { ...LOOK, ...options });

/** Long pulses: it is to be felt through a mattress. */
const PAGE_BUZZ_MS = [600, 200, 600, 200, 600, 200, 1200];

/** Rings. A page that is shown already does not ring a second time. */
export function showPage(
  registration: ServiceWorkerRegistration,
  notice: PageNotice,
  { body, actions, isNew }: { body: string; actions: { up: string; cannot: string }; isNew: boolean },
): Promise<void> {
  return showIn(registration)(notice.title, {
    body,
    tag: tagOfPage(notice.pageId),
    timestamp: notice.sentAt,
    requireInteraction: true,
    renotify: isNew,
    ...(isNew ? { vibrate: PAGE_BUZZ_MS } : { silent: true }),
    actions: [
      { action: UP_ACTION, title: actions.up },
      { action: CANNOT_ACTION, title: actions.cannot },
    ],
    data: notice,
  });
}

/** Says something without a sound, in place of what stood there under the same tag. */
export function showQuietly(
  registration: ServiceWorkerRegistration,
  { title, body, tag, data = null }: { title: string; body: string; tag: string; data?: unknown },
): Promise<void> {
  return showIn(registration)(title, { body, tag, silent: true, renotify: false, data });
}

/** Shows the test of the pager, with a sound. */
export function showTest(
  registration: ServiceWorkerRegistration,
  { title, body, notice }: { title: string; body: string; notice: TestNotice },
): Promise<void> {
  return showIn(registration)(title, { body, tag: 'test of the pager', renotify: true, data: notice });
}

/** Returns what a notification is about; null if it is neither a page nor a test. */
export function parseNotice({ data }: Pick<Notification, 'data'>): PageNotice | TestNotice | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  return data.kind === 'page' || data.kind === 'test' ? (data as PageNotice | TestNotice) : null;
}

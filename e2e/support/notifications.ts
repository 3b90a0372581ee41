import type { Worker } from '@playwright/test';

/** What of the service worker's scope is used. */
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  NotificationEvent: new (type: string, init: { notification: Notification; action: string }) => Event;
}

/** Runs in the worker. Returns the notifications that are shown. */
export const notificationsOf = (worker: Worker) =>
  worker.evaluate(async () => {
    const { registration } = self as unknown as WorkerScope;
    const shown = await registration.getNotifications();
    return shown.map(({ title, body }) => `${title} · ${body}`);
  });

/**
 * Runs in the worker. Taps the only notification, or its button. The event has the browser's own
 * type but is created by a script, so `waitUntil` cannot keep the worker alive; this function waits
 * for its promise instead.
 */
export const tapNotification = (worker: Worker, action: string) =>
  worker.evaluate(async (tapped) => {
    const scope = self as unknown as WorkerScope & EventTarget;
    const [notification] = await scope.registration.getNotifications();
    if (!notification) throw new Error('the shade is empty');
    const event = new scope.NotificationEvent('notificationclick', { notification, action: tapped });
    const waited: Promise<unknown>[] = [];
    Object.defineProperty(event, 'waitUntil', { value: (work: Promise<unknown>) => waited.push(work) });
    scope.dispatchEvent(event);
    await Promise.allSettled(waited);
  }, action);

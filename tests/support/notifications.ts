import { vi } from 'vitest';

/*
 * jsdom has neither notifications nor a service worker. This file fakes what a page uses of the
 * two.
 */

export interface ShownNotification extends Notification {
  actions: { action: string; title: string }[];
}

/** An empty notification shade, with the permission to show notifications. */
export class FakeNotifications {
  visible: ShownNotification[] = [];
  readonly history: string[] = [];
  readonly requestPermission = vi.fn(async () => this.permission);

  constructor(public permission: NotificationPermission = 'granted') {}

  readonly registration = {
    getNotifications: async ({ tag }: GetNotificationOptions = {}) =>
      this.visible.filter((notification) => tag === undefined || notification.tag === tag),
    showNotification: async (title: string, options: NotificationOptions & { tag: string }) => {
      if (this.permission !== 'granted') throw new TypeError('No notification permission has been granted.');
      this.remove(options.tag);
      this.visible.push({ ...options, title, close: () => this.remove(options.tag) } as unknown as ShownNotification);
      this.history.push(`${title}: ${options.body}`);
    },
  } as unknown as ServiceWorkerRegistration;

  remove(tag: string): void {
    this.visible = this.visible.filter((notification) => notification.tag !== tag);
  }

  /** Installs notifications with buttons. The returned function removes them. */
  install(): () => void {
    const shade = this;
    vi.stubGlobal('Notification', {
      maxActions: 2,
      requestPermission: this.requestPermission,
      get permission() {
        return shade.permission;
      },
    });
    const serviceWorker = Object.assign(new EventTarget(), { ready: Promise.resolve(this.registration) });
    Object.defineProperty(navigator, 'serviceWorker', { value: serviceWorker, configurable: true });
    return () => {
      vi.unstubAllGlobals();
      Reflect.deleteProperty(navigator, 'serviceWorker');
    };
  }
}
